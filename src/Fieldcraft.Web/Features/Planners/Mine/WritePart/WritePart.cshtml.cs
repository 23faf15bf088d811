using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Mine.WritePart;

/// <summary>One part of a planner on a screen. The forms of the sheet come here as well.</summary>
public sealed class WritePartModel(
    PlannerReading reading,
    PlannerWriting writing,
    PlannerDesk desk,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const string FromSheet = "sheet";

    /// <summary>Field name → what was typed.</summary>
    [BindProperty]
    public Dictionary<string, string?> Text { get; set; } = [];

    /// <summary>The print of the part when the form was opened.</summary>
    [BindProperty]
    public string? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public PlannerPartForm? Form { get; private set; }

    /// <summary>What another window kept meanwhile; the page shows both.</summary>
    public IReadOnlyList<string>? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string part, CancellationToken cancellationToken) =>
        await LoadAsync(id, part, cancellationToken) ? Page() : NotFound();

    /// <param name="use">The question of the bank that is to be taken over, by its place.</param>
    /// <param name="then">"try": puts the experiment among the viewer's tries once it is kept.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string part, int? use, string? then, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, part, cancellationToken))
        {
            return NotFound();
        }

        var typed = Typed();
        if (use is { } place)
        {
            TakeFromBank(typed, place);
        }

        var kept = await writing.WriteAsync(PlannerId.From(id), part, typed, Version, cancellationToken);
        if (kept.Planner is { } now)
        {
            var form = PlannerPartForm.Alone(now, Form!.Part);
            Form = form with { Typed = form.Part.Fields.ToDictionary(f => f, f => typed.GetValueOrDefault(f) ?? form.Typed[f]) };
        }

        return kept.End switch
        {
            PartEnd.Kept when then == "try" && !Request.IsAutosave() => await TryAsync(id, cancellationToken),
            PartEnd.Kept => Request.IsAutosave() ? SavedNow() : this.Onward(use is null ? After() : Here, "planner.flash.kept"),
            PartEnd.Wrong => Wrong(kept.Problems!),
            PartEnd.Meanwhile => Meanwhile(),
            PartEnd.Busy => this.Refused(new Refusal("planner-busy")),
            _ => NotFound(),
        };
    }

    private string Here => PlannersLinks.Part(Form!.Planner.Id, Form.Part.Name);

    private string After() =>
        From == FromSheet ? PlannersLinks.Place(Form!.Planner.Id, Form.Part.Name) : Form!.Next ?? PlannersLinks.Planner(Form.Planner.Id);

    private async Task<bool> LoadAsync(Guid id, string part, CancellationToken cancellationToken)
    {
        var planner = await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken);
        Form = planner?.Parts.FirstOrDefault(p => p.Name == part) is { } found ? PlannerPartForm.Alone(planner, found) : null;
        return Form is not null;
    }

    private Dictionary<PlannerField, string> Typed() =>
        Text.Where(t => Enum.TryParse<PlannerField>(t.Key, out var field) && Form!.Part.Fields.Contains(field))
            .ToDictionary(t => Enum.Parse<PlannerField>(t.Key), t => PlannerTexts.Tidy(t.Value));

    /// <summary>The question comes over as it is; its answer is a start, and only where nothing stands yet.</summary>
    private void TakeFromBank(Dictionary<PlannerField, string> typed, int place)
    {
        if (Form!.Planner.Content.Questions.ElementAtOrDefault(place) is not { } question)
        {
            return;
        }

        typed[PlannerField.HardQuestion] = Form.Planner.In(question.Question);
        if (string.IsNullOrEmpty(typed.GetValueOrDefault(PlannerField.HardAnswer)))
        {
            typed[PlannerField.HardAnswer] = Shortened(Form.Planner.In(question.Answer), PlannerField.HardAnswer.Length());
        }
    }

    private static string Shortened(string text, int most) =>
        text.Length <= most ? text
        : text.LastIndexOf(' ', most - 2) is > 0 and var end ? text[..end] + " …"
        : text[..most];

    private JsonResult SavedNow() => new(new { savedAt = words.Clock(clock.GetUtcNow()), version = Form!.Version });

    private IActionResult Wrong(IReadOnlyList<(PlannerField Field, InputProblem Problem)> problems)
    {
        var errors = problems
            .DistinctBy(p => p.Field)
            .ToDictionary(p => p.Field, p => words[$"planner.error.{p.Problem.Code}", p.Field.Length()]);
        if (Request.IsAutosave())
        {
            return new JsonResult(new { message = errors.First().Value }) { StatusCode = StatusCodes.Status400BadRequest };
        }

        foreach (var (_, message) in errors)
        {
            ModelState.AddModelError("", message);
        }

        Form = Form! with { Errors = errors, Version = Version ?? Form.Version };
        return this.Again();
    }

    /// <summary>What another window kept stands above; what was typed here still stands in the form, which now knows the other version.</summary>
    private IActionResult Meanwhile()
    {
        var (planner, part) = (Form!.Planner, Form.Part);
        var theirs = PlannerPartForm.TextsOf(planner, part);
        if (Request.IsAutosave())
        {
            return new JsonResult(
                new { theirs = theirs.ToDictionary(t => PlannerPartForm.NameOf(t.Key), t => t.Value), version = Form.Version }
            )
            {
                StatusCode = StatusCodes.Status409Conflict,
            };
        }

        Theirs = [.. theirs.Where(t => t.Value.Length > 0).Select(t => t.Value)];
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult> TryAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.TryAsync(PlannerId.From(id), cancellationToken) is not { } tried)
        {
            return NotFound();
        }

        if (tried.Refusal is { } refusal)
        {
            return this.Refused(refusal);
        }

        var planner = await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken);
        return this.Onward(ExperimentsLinks.Experiment(planner!.Experiment!.Id), "experiment.flash.planned");
    }
}

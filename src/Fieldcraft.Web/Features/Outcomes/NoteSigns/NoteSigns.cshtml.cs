using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Outcomes.Signs;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.NoteSigns;

/// <summary>The three signs of a module: noted in a minute on a phone, and how often they were seen.</summary>
public sealed class NoteSignsModel(SignReading reading, SignDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    private const int WeeksBack = 6;

    [BindProperty]
    public SignsInput Input { get; set; } = new();

    public SignsOfModule Signs { get; private set; } = null!;

    public bool MayNote => Signs.Sites.Count > 0;

    /// <summary>Whether the viewer leads a site, and so looks at several teams.</summary>
    public bool LooksAtSeveral => viewer.LeadsSites();

    public IReadOnlyList<Choice> Sites => [.. Signs.Sites.Select(s => new Choice(s.Id.Value.ToString(), s.Name))];

    public IReadOnlyList<Choice> Weeks
    {
        get
        {
            var monday = FigureWeek.Of(words.Today(clock.GetUtcNow()));
            return
            [
                .. Enumerable
                    .Range(0, WeeksBack)
                    .Select(i => monday.AddDays(-7 * i))
                    .Where(w => w >= FigureWeek.Of(Signs.Module.Module.WindowStart))
                    .Select(w => new Choice(
                        w.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                        words["outcomes.signs.week_of", words.Day(w)]
                    )),
            ];
        }
    }

    public string Say(LocalText text) => text.In(viewer.Language, Signs.Module.Content.Language);

    public string NameOf(UnitId site) => Signs.Sites.FirstOrDefault(s => s.Id == site)?.Name ?? "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new SignsInput
        {
            Week = FigureWeek.Of(words.Today(clock.GetUtcNow())),
            Site = Signs.Sites is [var first, ..] ? first.Id.Value : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !MayNote)
        {
            return NotFound();
        }

        var counts = Input.ToCounts(LooksAtSeveral);
        foreach (var problem in counts.Problems())
        {
            ModelState.AddModelError(
                $"Input.{char.ToUpperInvariant(problem.Path[0])}{problem.Path[1..]}",
                words["outcomes.signs.wrong", counts.Teams]
            );
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var site = Input.Site is { } at ? UnitId.From(at) : (UnitId?)null;
        var outcome = await desk.NoteAsync(Signs.Module.Id, site, Input.Week!.Value, counts, cancellationToken);
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(OutcomesLinks.Signs(Signs.Module.Id), "outcomes.flash.signs"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Signs = (await reading.OfAsync(ModuleId.From(id), cancellationToken))!;
        return Signs is not null;
    }
}

/// <summary>What the form sends. A leader of one team ticks; whoever leads a site counts.</summary>
public sealed record SignsInput
{
    [Required]
    public DateOnly? Week { get; init; }

    public Guid? Site { get; init; }

    [Range(1, SignCounts.TeamsAtMost)]
    public int? Teams { get; init; }

    [Range(0, SignCounts.TeamsAtMost)]
    public int? First { get; init; }

    [Range(0, SignCounts.TeamsAtMost)]
    public int? Second { get; init; }

    [Range(0, SignCounts.TeamsAtMost)]
    public int? Third { get; init; }

    public SignCounts ToCounts(bool several) => new(several ? Teams ?? 0 : 1, First ?? 0, Second ?? 0, Third ?? 0);
}

using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>
/// One part of a plan as a form: the frame, a goal, a step … The form stands on the page of the plan, and alone at its own address, where
/// it also says what to mend. It saves itself while the person types.
/// </summary>
public abstract class PartModel<TText>(PlanDesk desk, PlanReading reading, Security.Viewer viewer, Words words) : PageModel
    where TText : class, IWording, new()
{
    private const int Tries = 3;

    [BindProperty]
    public TText Input { get; set; } = new();

    /// <summary>The print of the part when the form was opened (<see cref="Wordings"/>).</summary>
    [BindProperty]
    public string? Version { get; set; }

    public OpenPlan? Plan { get; private set; }

    public PlanItemId? Row { get; private set; }

    /// <summary>What another window saved meanwhile; the page shows both.</summary>
    public TText? Theirs { get; private set; }

    /// <summary>Why it was not kept, when it was not.</summary>
    public Refusal? Refusal { get; private set; }

    public abstract PlanPart Part { get; }

    public bool IsNewRow { get; private set; }

    public PartForm<TText> Form =>
        new()
        {
            Plan = Plan!,
            Part = Part,
            Row = Row,
            IsNew = IsNewRow,
            Input = Input,
            Version = Version ?? Wordings.PrintOf(new TText()),
            Refusal = Refusal,
            StandsAlone = true,
        };

    /// <summary>What is saved of this part now; null when there is no such row.</summary>
    protected abstract TText? SavedIn(OpenPlan plan, PlanItemId? row);

    protected abstract Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now);

    protected virtual Outcome Remove(DevelopmentPlan plan, PlanItemId row, DateTimeOffset now) => new Refusal("plan-row-gone");

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, row, cancellationToken))
        {
            return NotFound();
        }

        if (SavedIn(Plan!, Row) is { } saved)
        {
            Input = saved;
        }
        else if (row is not null)
        {
            return NotFound();
        }
        else
        {
            (Row, IsNewRow) = (Id.New<PlanItemId>(desk.Now), true);
        }

        Version = Wordings.PrintOf(Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!await LoadAsync(id, row, cancellationToken))
            {
                return NotFound();
            }

            var saved = SavedIn(Plan!, Row);
            IsNewRow = saved is null;
            if (Mend() is { } mend)
            {
                return mend;
            }

            var now = Wordings.PrintOf(saved ?? new TText());
            var mine = Wordings.PrintOf(Input);
            if (mine == now && saved is not null)
            {
                return Done(now);
            }

            if (Version != now)
            {
                return saved is null ? Refused(new Refusal("plan-row-gone")) : Meanwhile(saved);
            }

            if (await desk.LoadAsync(Plan!.Id, cancellationToken) is not { } plan)
            {
                return NotFound();
            }

            // Another window may have saved a neighbouring part between the two readings; then this one is looked at again.
            if (plan.Version == Plan.Version)
            {
                if (Write(plan, Row, await desk.SealerAsync(plan.Id, cancellationToken), desk.Now).Refusal is { } refusal)
                {
                    return Refused(refusal);
                }

                if (await desk.TrySaveAsync(cancellationToken))
                {
                    // What was kept may differ from what was sent: an empty day takes its usual value.
                    await LoadAsync(id, row, cancellationToken);
                    return Done(SavedIn(Plan, Row) is { } kept ? Wordings.PrintOf(kept) : mine);
                }
            }

            if (attempt == Tries)
            {
                return Refused(new Refusal("plan-busy"));
            }
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid row, CancellationToken cancellationToken)
    {
        if (await desk.LoadAsync(PlanId.From(id), cancellationToken) is not { } plan)
        {
            return NotFound();
        }

        if (Remove(plan, PlanItemId.From(row), desk.Now).IsDone)
        {
            await desk.TrySaveAsync(cancellationToken);
        }

        return this.Onward(PlansLinks.Place(plan.Id, Part), "plan.flash.removed");
    }

    private async Task<bool> LoadAsync(Guid id, Guid? row, CancellationToken cancellationToken)
    {
        Row = row is { } value ? PlanItemId.From(value) : null;
        Plan = await reading.FindAsync(viewer, PlanId.From(id), cancellationToken);
        return Plan is not null;
    }

    private IActionResult? Mend()
    {
        foreach (var problem in Input.Problems().Where(p => p.Code is not (InputProblems.Missing or Texts.TooLong or InputProblems.OutOfRange)))
        {
            ModelState.AddModelError($"Input.{char.ToUpperInvariant(problem.Path[0])}{problem.Path[1..]}", words[$"error.{problem.Code}"]);
        }

        if (ModelState.IsValid)
        {
            return null;
        }

        return Request.IsAutosave() ? NotYet(ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage) : this.Again();
    }

    private IActionResult Refused(Refusal refusal)
    {
        Refusal = refusal;
        return Request.IsAutosave() ? NotYet(words[$"refusal.{refusal.Code}", refusal.Arguments]) : PageAnswers.Refused(this, refusal);
    }

    private IActionResult Done(string print) =>
        Request.IsAutosave()
            ? new JsonResult(new { savedAt = words.Clock(desk.Now), version = print })
            : this.Onward(PlansLinks.Place(Plan!.Id, Part), "plan.flash.saved");

    private IActionResult Meanwhile(TText saved)
    {
        var version = Wordings.PrintOf(saved);
        if (Request.IsAutosave())
        {
            var theirs = Wordings.FieldsOf(saved).ToDictionary(f => $"Input.{f.Name}", f => f.Text, StringComparer.Ordinal);
            return new JsonResult(new { theirs, version }) { StatusCode = StatusCodes.Status409Conflict };
        }

        Theirs = saved;
        Version = version;
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static JsonResult NotYet(string message) => new(new { message }) { StatusCode = StatusCodes.Status400BadRequest };
}

/// <summary>What the end of every form of a plan needs to know.</summary>
public interface IPartForm
{
    string Address { get; }
    string Version { get; }
    bool IsNew { get; }
    bool IsRow { get; }
    bool StandsAlone { get; }
    string Back { get; }
    Refusal? Refusal { get; }
}

/// <summary>One form of a plan, on the plan's page or alone.</summary>
public sealed record PartForm<TText> : IPartForm
{
    public required OpenPlan Plan { get; init; }
    public required PlanPart Part { get; init; }
    public PlanItemId? Row { get; init; }

    /// <summary>A row that is not written yet; its id is made beforehand, so that sending it twice makes one row.</summary>
    public bool IsNew { get; init; }
    public required TText Input { get; init; }
    public required string Version { get; init; }
    public Refusal? Refusal { get; init; }

    /// <summary>Alone at its own address, not folded into the page of the plan.</summary>
    public bool StandsAlone { get; init; }

    public string Address => PlansLinks.Part(Plan.Id, Part, Row);

    public bool IsRow => Row is not null;

    public string Back => PlansLinks.Place(Plan.Id, Part);

    /// <summary>Tells the forms of one page apart.</summary>
    public string Key => Row is { } row ? $"{PlansLinks.NameOf(Part)}-{row.Value:n}" : PlansLinks.NameOf(Part);

    /// <summary>The ids of its controls; alone they keep their plain names, which the error summary links to.</summary>
    public string? IdPrefix => StandsAlone ? null : Key + "-";
}

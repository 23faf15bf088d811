using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>
/// One part of a plan as a form: the frame, a goal, a step … The form stands on the page of the plan, and alone at its own address, where
/// it also says what to mend.
/// </summary>
public abstract class PartModel<TText>(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : WordingModel<TText>(words, clock)
    where TText : class, IWording, new()
{
    private const int Tries = 3;

    public OpenPlan? Plan { get; private set; }

    public PlanItemId? Row { get; private set; }

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

    protected PlanDesk Desk => desk;

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
        for (var attempt = 1; attempt <= Tries; attempt++)
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
            if (saved is not null && Wordings.PrintOf(Input) == now)
            {
                return Kept(now, Place, "plan.flash.saved");
            }

            if (Version != now)
            {
                return saved is null ? RefusedFor(new Refusal("plan-row-gone")) : Meanwhile(saved);
            }

            if (await TryWriteAsync(id, row, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return RefusedFor(new Refusal("plan-busy"));
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

    private string Place => PlansLinks.Place(Plan!.Id, Part);

    /// <summary>Null when a neighbouring part was saved between the two readings: then everything is looked at again.</summary>
    private async Task<IActionResult?> TryWriteAsync(Guid id, Guid? row, CancellationToken cancellationToken)
    {
        if (await desk.LoadAsync(Plan!.Id, cancellationToken) is not { } plan || plan.Version != Plan.Version)
        {
            return null;
        }

        if (Write(plan, Row, await desk.SealerAsync(plan.Id, cancellationToken), desk.Now).Refusal is { } refusal)
        {
            return RefusedFor(refusal);
        }

        if (!await desk.TrySaveAsync(cancellationToken))
        {
            return null;
        }

        // What was kept may differ from what was sent: an empty day takes its usual value.
        await LoadAsync(id, row, cancellationToken);
        return Kept(Wordings.PrintOf(SavedIn(Plan!, Row) ?? Input), Place, "plan.flash.saved");
    }

    private async Task<bool> LoadAsync(Guid id, Guid? row, CancellationToken cancellationToken)
    {
        Row = row is { } value ? PlanItemId.From(value) : null;
        Plan = await reading.FindAsync(viewer, PlanId.From(id), cancellationToken);
        return Plan is not null;
    }
}

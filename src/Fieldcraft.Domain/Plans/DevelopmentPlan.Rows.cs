using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>
/// The rows of a plan. Writing with no id adds a row. With an id it rewrites that row, or adds it under that id: a form for a new row
/// brings its id along, so that sending it twice makes one row. Refused: <c>plan-full</c> when the page cannot hold more, and
/// <c>plan-row-gone</c> when a row to tick or remove is no longer there.
/// </summary>
public sealed partial class DevelopmentPlan
{
    public Outcome<PlanItemId> WriteGoal(PlanItemId? id, GoalWording wording, ISealer sealer, DateTimeOffset now) =>
        Write(_goals, id, PlanPart.Goal, made => new PlanGoal(made, this), goal => goal.Write(wording, sealer), now);

    public Outcome RemoveGoal(PlanItemId id, DateTimeOffset now) => Remove(_goals, id, PlanPart.Goal, now);

    public Outcome<PlanItemId> WriteStep(PlanItemId? id, StepWording wording, ISealer sealer, DateTimeOffset now) =>
        Write(_steps, id, PlanPart.Step, made => new PlanStep(made, this), step => step.Write(wording, sealer, now), now);

    /// <summary>Ticks a step, or takes the tick away.</summary>
    public Outcome TickStep(PlanItemId id, bool done, DateTimeOffset now)
    {
        if (_steps.Find(s => s.Id == id) is not { } step)
        {
            return new Refusal("plan-row-gone");
        }

        if (step.IsDone == done)
        {
            return Outcome.Done;
        }

        step.Tick(done, now);
        ChangedAt = now;
        Happened(
            done
                ? new PlanStepDone(OwnerId.Value, Id.Value, id.Value, now)
                : new PlanPartWritten(OwnerId.Value, Id.Value, PlanPart.Step, now)
        );
        return Outcome.Done;
    }

    public Outcome RemoveStep(PlanItemId id, DateTimeOffset now) => Remove(_steps, id, PlanPart.Step, now);

    /// <summary>
    /// Writes a focus behaviour. Refused: <c>adjective-only</c> when it describes a quality and is not to be kept as written,
    /// <c>plan-one-behaviour-in-little-time</c> and <c>plan-behaviours-at-most</c> (DOMAIN 4.7, 4.8).
    /// </summary>
    public Outcome<PlanItemId> WriteBehaviour(
        PlanItemId? id,
        BehaviourWording wording,
        PlanRules rules,
        ISealer sealer,
        DateTimeOffset now,
        GrowthOrigin? origin = null
    )
    {
        if (_behaviours.Count >= BehavioursAtMost && !_behaviours.Exists(b => b.Id == id))
        {
            return BehavioursAtMost < rules.BehavioursAtMost
                ? new Refusal("plan-one-behaviour-in-little-time", rules.LittleTimeBelowMinutesAWeek)
                : new Refusal("plan-behaviours-at-most", rules.BehavioursAtMost);
        }

        if (!wording.KeepAsWritten && ObservableBehaviour.IsQualityOnly(wording.Text))
        {
            return new Refusal(ObservableBehaviour.RefusalCode);
        }

        return Write(
            _behaviours,
            id,
            PlanPart.Behaviour,
            made => new FocusBehaviour(made, this),
            b =>
            {
                b.Write(wording, sealer);
                if (origin is not null)
                {
                    b.ComeFrom(origin, sealer);
                }
            },
            now
        );
    }

    public Outcome RemoveBehaviour(PlanItemId id, DateTimeOffset now) => Remove(_behaviours, id, PlanPart.Behaviour, now);

    public Outcome<PlanItemId> WriteSupporter(PlanItemId? id, SupporterWording wording, ISealer sealer, DateTimeOffset now) =>
        Write(_supporters, id, PlanPart.Supporter, made => new PlanSupporter(made, this), s => s.Write(wording, sealer), now);

    public Outcome RemoveSupporter(PlanItemId id, DateTimeOffset now) => Remove(_supporters, id, PlanPart.Supporter, now);

    public Outcome<PlanItemId> WriteSource(PlanItemId? id, SourceWording wording, ISealer sealer, DateTimeOffset now) =>
        Write(_sources, id, PlanPart.Source, made => new LearningSource(made, this), s => s.Write(wording, sealer), now);

    public Outcome RemoveSource(PlanItemId id, DateTimeOffset now) => Remove(_sources, id, PlanPart.Source, now);

    private Outcome<PlanItemId> Write<TItem>(
        List<TItem> rows,
        PlanItemId? id,
        PlanPart part,
        Func<PlanItemId, TItem> make,
        Action<TItem> write,
        DateTimeOffset now
    )
        where TItem : PlanItem
    {
        var row = id is null ? null : rows.Find(r => r.Id == id);
        if (row is null && rows.Count >= Lengths.RowsAtMost)
        {
            return new Refusal("plan-full", Lengths.RowsAtMost);
        }

        if (row is null)
        {
            row = make(id ?? Shared.Id.New<PlanItemId>(now));
            row.Place(rows.Count == 0 ? 1 : rows[^1].Position + 1);
            rows.Add(row);
        }

        write(row);
        Written(part, now);
        return row.Id;
    }

    private Outcome Remove<TItem>(List<TItem> rows, PlanItemId id, PlanPart part, DateTimeOffset now)
        where TItem : PlanItem
    {
        if (rows.RemoveAll(r => r.Id == id) == 0)
        {
            return new Refusal("plan-row-gone");
        }

        ChangedAt = now;
        Happened(new PlanPartRemoved(OwnerId.Value, Id.Value, part, now));
        return Outcome.Done;
    }
}

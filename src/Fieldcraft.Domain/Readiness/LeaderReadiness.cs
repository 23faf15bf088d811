using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

/// <summary>Whose word it is that the planner is finished.</summary>
public enum PlannerWord
{
    /// <summary>The leader says so.</summary>
    Leader,

    /// <summary>The planner itself was finished.</summary>
    Planner,

    /// <summary>The coach saw it finished in the group.</summary>
    Coach,
}

/// <summary>A leader who needs more time: from which day they expect to lead, and who leads their first sessions.</summary>
/// <param name="Deputy">Leads at the same site; whether somebody may be one is asked before.</param>
public sealed record NotYet(DateOnly Expected, PersonId? Deputy)
{
    /// <param name="today">The day where the leader is.</param>
    public IReadOnlyList<InputProblem> Problems(PersonId leader, Module module, DateOnly today) =>
        [
            .. Expected <= today || Expected <= module.WindowStart || Expected > module.WindowEnd
                ? [new InputProblem("expected", InputProblems.OutOfRange)]
                : Array.Empty<InputProblem>(),
            .. Deputy == leader ? [new InputProblem("deputy", "own")] : Array.Empty<InputProblem>(),
        ];
}

/// <summary>
/// How far one leader is with one module: previewed, practised, planner finished, cleared by the coach (DOMAIN 7.4). For the leader and the coach;
/// others get totals. What the leader noticed in the preview is sealed to the leader alone.
/// </summary>
public sealed class LeaderReadiness : Aggregate<LeaderReadinessId>
{
    public const int NoticedLength = 2_000;

    private LeaderReadiness(LeaderReadinessId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public ModuleId ModuleId { get; private set; }

    /// <summary>The day of the preview in which they took part.</summary>
    public DateOnly? PreviewedOn { get; private set; }

    /// <summary>The day of the coaching group in which they practised.</summary>
    public DateOnly? PractisedOn { get; private set; }
    public DateTimeOffset? PlannerDoneAt { get; private set; }
    public PlannerWord? PlannerWord { get; private set; }
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>The coach who cleared them.</summary>
    public PersonId? ClearedById { get; private set; }

    /// <summary>"Not yet": from which day they expect to lead.</summary>
    public DateOnly? ExpectedOn { get; private set; }
    public PersonId? DeputyId { get; private set; }

    /// <summary>What the facilitator did that I want to do too.</summary>
    public SealedText? NoticedToDo { get; private set; }

    /// <summary>What I would do otherwise with my team.</summary>
    public SealedText? NoticedOtherwise { get; private set; }

    /// <summary>What I still wonder about.</summary>
    public SealedText? NoticedToAsk { get; private set; }
    public DateTimeOffset? NoticedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public bool IsPreviewed => PreviewedOn is not null;

    public bool IsPractised => PractisedOn is not null;

    public bool IsPlannerDone => PlannerDoneAt is not null;

    public bool IsCleared => ClearedAt is not null;

    public static LeaderReadiness Begin(LeaderReadinessId id, PersonId leader, ModuleId module, DateTimeOffset now)
    {
        var readiness = new LeaderReadiness(id)
        {
            OwnerId = leader,
            ModuleId = module,
            ChangedAt = now,
        };
        readiness.Happened(new ReadinessBegun(leader.Value, module.Value, now));
        return readiness;
    }

    /// <summary>The attendance of a preview or a coaching group says so; corrected there, it follows.</summary>
    /// <param name="on">The day; null: they were not there after all.</param>
    public void TakePart(PreparationKind kind, DateOnly? on, DateTimeOffset now)
    {
        if ((kind == PreparationKind.Preview ? PreviewedOn : PractisedOn) == on)
        {
            return;
        }

        (PreviewedOn, PractisedOn) = kind == PreparationKind.Preview ? (on, PractisedOn) : (PreviewedOn, on);
        if (on is null)
        {
            // Nobody stays cleared for what did not take place.
            (ClearedAt, ClearedById) = (null, null);
        }

        ChangedAt = now;
        Happened(new LeaderTookPart(OwnerId.Value, ModuleId.Value, kind, now));
    }

    /// <summary>Keeps what the leader noticed, in their own words; an empty text is none. Refused: <c>readiness-not-previewed</c>.</summary>
    public Outcome WriteNoticed(string? toDo, string? otherwise, string? toAsk, ISealer sealer, DateTimeOffset now)
    {
        if (!IsPreviewed)
        {
            return new Refusal("readiness-not-previewed");
        }

        NoticedToDo = sealer.SealOptional(nameof(NoticedToDo), toDo, NoticedLength);
        NoticedOtherwise = sealer.SealOptional(nameof(NoticedOtherwise), otherwise, NoticedLength);
        NoticedToAsk = sealer.SealOptional(nameof(NoticedToAsk), toAsk, NoticedLength);
        NoticedAt = NoticedToDo is null && NoticedOtherwise is null && NoticedToAsk is null ? null : NoticedAt ?? now;
        ChangedAt = now;
        Happened(new NoticedWritten(OwnerId.Value, ModuleId.Value, now));
        return Outcome.Done;
    }

    /// <summary>The planner is finished; said again, the first word stays.</summary>
    public void MarkPlannerDone(PlannerWord word, DateTimeOffset now)
    {
        if (IsPlannerDone)
        {
            return;
        }

        (PlannerDoneAt, PlannerWord, ChangedAt) = (now, word, now);
        Happened(new PlannerSaidDone(OwnerId.Value, ModuleId.Value, word, now));
    }

    /// <summary>The planner is worked on again. Refused: <c>readiness-cleared</c>.</summary>
    public Outcome TakePlannerUpAgain(DateTimeOffset now)
    {
        if (IsCleared)
        {
            return new Refusal("readiness-cleared");
        }

        if (IsPlannerDone)
        {
            (PlannerDoneAt, PlannerWord, ChangedAt) = (null, null, now);
            Happened(new PlannerTakenUpAgain(OwnerId.Value, ModuleId.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>
    /// The coach has seen enough: the leader may deliver. Refused: <c>readiness-not-previewed</c>, <c>readiness-not-practised</c>,
    /// <c>readiness-planner-open</c>.
    /// </summary>
    /// <param name="plannerFinishedHere">The coach's word that the planner was finished in the group.</param>
    public Outcome Clear(bool plannerFinishedHere, PersonId coach, DateTimeOffset now)
    {
        if (!IsPreviewed)
        {
            return new Refusal("readiness-not-previewed");
        }

        if (!IsPractised)
        {
            return new Refusal("readiness-not-practised");
        }

        if (!IsPlannerDone && !plannerFinishedHere)
        {
            return new Refusal("readiness-planner-open");
        }

        if (IsCleared)
        {
            return Outcome.Done;
        }

        MarkPlannerDone(Readiness.PlannerWord.Coach, now);
        (ClearedAt, ClearedById, ChangedAt) = (now, coach, now);
        (ExpectedOn, DeputyId) = (null, null);
        Happened(new LeaderCleared(OwnerId.Value, ModuleId.Value, coach.Value, now));
        return Outcome.Done;
    }

    /// <summary>The coach takes it back; who was not cleared, still is not.</summary>
    public void TakeClearanceBack(PersonId coach, DateTimeOffset now)
    {
        if (!IsCleared)
        {
            return;
        }

        (ClearedAt, ClearedById, ChangedAt) = (null, null, now);
        Happened(new LeaderClearanceTakenBack(OwnerId.Value, ModuleId.Value, coach.Value, now));
    }

    /// <summary>
    /// "Not yet": the timetable gets a later day and a deputy for the first sessions, which tells others what it is (DOMAIN 15.10).
    /// Refused: <c>readiness-cleared</c>.
    /// </summary>
    public Outcome SayNotYet(NotYet said, DateTimeOffset now)
    {
        if (IsCleared)
        {
            return new Refusal("readiness-cleared");
        }

        (ExpectedOn, DeputyId, ChangedAt) = (said.Expected, said.Deputy, now);
        Happened(new NotYetSaid(OwnerId.Value, ModuleId.Value, said.Expected, said.Deputy?.Value, now));
        return Outcome.Done;
    }

    /// <summary>The leader begins with the others after all.</summary>
    public void WithdrawNotYet(DateTimeOffset now)
    {
        if (ExpectedOn is null)
        {
            return;
        }

        (ExpectedOn, DeputyId, ChangedAt) = (null, null, now);
        Happened(new NotYetWithdrawn(OwnerId.Value, ModuleId.Value, now));
    }
}

using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>Where an experiment stands: planned → done → reviewed → repeat, vary, stop or raised; or dropped (DOMAIN 4.3).</summary>
public enum ExperimentState
{
    Planned,
    Done,
    Reviewed,
    Repeat,
    Vary,
    Stop,
    Raised,
    Dropped,
}

/// <summary>One behaviour tried once in a real event, with somebody who sees it (DOMAIN 4.3). Its owner's alone.</summary>
public sealed class LeadershipExperiment : Aggregate<ExperimentId>
{
    private LeadershipExperiment(ExperimentId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public PlanId? PlanId { get; private set; }

    /// <summary>The focus behaviour it practises; null for a try on its own.</summary>
    public PlanItemId? BehaviourId { get; private set; }

    /// <summary>The experiment that led to this one.</summary>
    public ExperimentId? FollowsId { get; private set; }
    public ExperimentState State { get; private set; }

    /// <summary>The day of the event; moves when the event moves.</summary>
    public DateOnly On { get; private set; }
    public bool Rehearsed { get; private set; }
    public DateTimeOffset PlannedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    public SealedText What { get; private set; } = null!;
    public SealedText SeenBy { get; private set; } = null!;
    public SealedText? Situation { get; private set; }
    public SealedText? If { get; private set; }
    public SealedText? Then { get; private set; }
    public SealedText? Expectation { get; private set; }
    public SealedText? Evidence { get; private set; }
    public SealedText? RiskAndGuard { get; private set; }
    public SealedText? Novelty { get; private set; }
    public SealedText? FocusAid { get; private set; }
    public SealedText? Distraction { get; private set; }
    public SealedText? WhatHappened { get; private set; }
    public SealedText? EffectSeen { get; private set; }
    public SealedText? Surprise { get; private set; }
    public SealedText? Lesson { get; private set; }
    public SealedText? NextStep { get; private set; }
    public SealedText? DropReason { get; private set; }

    /// <summary>Planned and still to come: the ones of which only so many may run at once.</summary>
    public bool IsActive => State == ExperimentState.Planned;

    /// <summary>It took place, whatever was decided afterwards.</summary>
    public bool TookPlace => State is not (ExperimentState.Planned or ExperimentState.Dropped);

    /// <summary>
    /// Plans an experiment. Refused: <c>experiments-at-most</c> when the owner already has as many planned ones as the rules allow, and
    /// <c>adjective-only</c> when what is to be tried describes a quality and is not to be kept as written.
    /// </summary>
    /// <param name="activeNow">How many experiments of the owner are planned now.</param>
    public static Outcome<LeadershipExperiment> Plan(
        ExperimentId id,
        PersonId owner,
        ExperimentPlace place,
        ExperimentWording wording,
        int activeNow,
        ExperimentRules rules,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        if (activeNow >= rules.ActiveAtMost)
        {
            return new Refusal("experiments-at-most", rules.ActiveAtMost);
        }

        var experiment = new LeadershipExperiment(id)
        {
            OwnerId = owner,
            PlanId = place.Plan,
            BehaviourId = place.Behaviour,
            FollowsId = place.Follows,
            PlannedAt = now,
        };
        if (experiment.Take(wording, sealer) is { } refusal)
        {
            return refusal;
        }

        experiment.Change(now, new ExperimentPlanned(owner.Value, id.Value, place.Plan?.Value, now));
        return experiment;
    }

    /// <summary>Writes it anew while it is still to come; afterwards it stays as it was planned (<c>experiment-not-planned</c>).</summary>
    public Outcome Rewrite(ExperimentWording wording, ISealer sealer, DateTimeOffset now)
    {
        if (!IsActive)
        {
            return new Refusal("experiment-not-planned");
        }

        if (Take(wording, sealer) is { } refusal)
        {
            return refusal;
        }

        Change(now, new ExperimentRewritten(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Keeps what happened. May be written before it is marked done, and corrected after; not once dropped (<c>experiment-dropped</c>).</summary>
    public Outcome Capture(CaptureWording wording, ISealer sealer, DateTimeOffset now)
    {
        if (State == ExperimentState.Dropped)
        {
            return new Refusal("experiment-dropped");
        }

        WhatHappened = sealer.SealOptional(nameof(WhatHappened), wording.WhatHappened, Lengths.Page);
        EffectSeen = sealer.SealOptional(nameof(EffectSeen), wording.EffectSeen, Lengths.Page);
        Surprise = sealer.SealOptional(nameof(Surprise), wording.Surprise, Lengths.Page);
        Change(now, new ExperimentCaptured(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>It took place. Saying so twice changes nothing; of a dropped one it is refused (<c>experiment-dropped</c>).</summary>
    public Outcome MarkDone(DateTimeOffset now)
    {
        if (State == ExperimentState.Dropped)
        {
            return new Refusal("experiment-dropped");
        }

        if (IsActive)
        {
            State = ExperimentState.Done;
            DoneAt = now;
            Change(now, new ExperimentDone(OwnerId.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>Looks back at it. Refused before it took place (<c>experiment-not-done</c>) and once decided (<c>experiment-decided</c>).</summary>
    public Outcome LookBack(LessonWording wording, ISealer sealer, DateTimeOffset now)
    {
        if (!TookPlace)
        {
            return new Refusal("experiment-not-done");
        }

        if (State is not (ExperimentState.Done or ExperimentState.Reviewed))
        {
            return new Refusal("experiment-decided");
        }

        Lesson = sealer.SealRequired(nameof(Lesson), wording.Lesson, Lengths.Page);
        State = ExperimentState.Reviewed;
        Change(now, new ExperimentReviewed(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Decides what follows; a next step closes it. Refused before it was looked back at (<c>experiment-not-reviewed</c>). A decision may
    /// be changed later: people learn more than they knew that evening.
    /// </summary>
    public Outcome Decide(NextWording wording, ISealer sealer, DateTimeOffset now)
    {
        if (State is ExperimentState.Planned or ExperimentState.Done or ExperimentState.Dropped)
        {
            return new Refusal("experiment-not-reviewed");
        }

        State = wording.Move switch
        {
            NextMove.Repeat => ExperimentState.Repeat,
            NextMove.Vary => ExperimentState.Vary,
            NextMove.Stop => ExperimentState.Stop,
            NextMove.Raise => ExperimentState.Raised,
            _ => throw new ArgumentException("A move is needed.", nameof(wording)),
        };
        NextStep = sealer.SealRequired(nameof(NextStep), wording.NextStep, Lengths.Line);
        Change(now, new ExperimentDecided(OwnerId.Value, Id.Value, State, now));
        return Outcome.Done;
    }

    /// <summary>Lets a planned try go, with its reason and without a penalty. Refused once it took place (<c>experiment-not-planned</c>).</summary>
    public Outcome Drop(DropWording wording, ISealer sealer, DateTimeOffset now)
    {
        if (!IsActive)
        {
            return new Refusal("experiment-not-planned");
        }

        DropReason = sealer.SealRequired(nameof(DropReason), wording.Reason, Lengths.Paragraph);
        State = ExperimentState.Dropped;
        Change(now, new ExperimentDropped(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the experiment is going; its row and its key are then removed.</summary>
    public void TearUp(DateTimeOffset now) => Happened(new ExperimentTornUp(OwnerId.Value, Id.Value, now));

    private Refusal? Take(ExperimentWording wording, ISealer sealer)
    {
        if (!wording.KeepAsWritten && ObservableBehaviour.IsQualityOnly(wording.What))
        {
            return new Refusal(ObservableBehaviour.RefusalCode);
        }

        On = wording.On ?? throw new ArgumentException("A day is needed.", nameof(wording));
        Rehearsed = wording.Rehearsed && !string.IsNullOrWhiteSpace(wording.If);
        What = sealer.SealRequired(nameof(What), wording.What, PlanRules.LongestBehaviour);
        SeenBy = sealer.SealRequired(nameof(SeenBy), wording.SeenBy, Lengths.Title);
        Situation = sealer.SealOptional(nameof(Situation), wording.Situation, Lengths.Line);
        If = sealer.SealOptional(nameof(If), wording.If, Lengths.Line);
        Then = sealer.SealOptional(nameof(Then), wording.Then, Lengths.Line);
        Expectation = sealer.SealOptional(nameof(Expectation), wording.Expectation, Lengths.Paragraph);
        Evidence = sealer.SealOptional(nameof(Evidence), wording.Evidence, Lengths.Paragraph);
        RiskAndGuard = sealer.SealOptional(nameof(RiskAndGuard), wording.RiskAndGuard, Lengths.Paragraph);
        Novelty = sealer.SealOptional(nameof(Novelty), wording.Novelty?.ToString(CultureInfo.InvariantCulture), Lengths.Line);
        FocusAid = sealer.SealOptional(nameof(FocusAid), wording.FocusAid, Lengths.Line);
        Distraction = sealer.SealOptional(nameof(Distraction), wording.Distraction, Lengths.Line);
        return null;
    }

    private void Change(DateTimeOffset now, DomainEvent happened)
    {
        ChangedAt = now;
        Happened(happened);
    }
}

/// <summary>What an experiment belongs to: a plan, one of its behaviours, the experiment before. Each may be missing.</summary>
public sealed record ExperimentPlace(PlanId? Plan = null, PlanItemId? Behaviour = null, ExperimentId? Follows = null);

using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Pace;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Domain.Shared;

/// <summary>
/// Every number that is a choice of ours and not a fact ([D] in DOMAIN), as one settings file, <c>content/rules.json</c>. There
/// are no defaults in code: a missing or unknown member is refused when the file is read, so that what the file says is what
/// happens. The domain is handed the part it needs.
/// </summary>
public sealed record Rules
{
    public required GuardRules Guard { get; init; }
    public required StrainRules Strain { get; init; }
    public required PlanRules Plans { get; init; }
    public required ExperimentRules Experiments { get; init; }
    public required ReviewRules Reviews { get; init; }
    public required FeedbackRules Feedback { get; init; }
    public required NudgeRules Nudges { get; init; }
    public required RhythmRules Rhythm { get; init; }
    public required PartnerRules Partners { get; init; }
    public required StoryRules Stories { get; init; }
    public required GapRules Gaps { get; init; }
    public required AgreementRules Agreement { get; init; }
    public required ValueRules Value { get; init; }
    public required CheckRules Checks { get; init; }
    public required LagRules Lag { get; init; }
    public required ExperienceRules Experience { get; init; }
    public required PulseRules Pulses { get; init; }
    public required LoopRules Loop { get; init; }
    public required OpportunityRules Opportunities { get; init; }
    public required BoardRules Board { get; init; }
    public required WorkshopRules Workshops { get; init; }
    public required StrategyRules Strategy { get; init; }
    public required MinimumSizes MinimumSizes { get; init; }

    /// <summary>What an edited file must not do; the program refuses to start with it and names the setting.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Guard.Problems(),
            .. Broken(Strain.PositiveFromMean is >= 1 and <= 5, "strain.positiveFromMean"),
            .. Broken(Strain.CheckInsRunning >= 1, "strain.checkInsRunning"),
            .. Broken(Strain.EveryDays >= 1, "strain.everyDays"),
            .. Broken(Plans.BehavioursAtLeast >= 1, "plans.behavioursAtLeast"),
            .. Broken(Plans.BehavioursAtMost >= Plans.BehavioursAtLeast, "plans.behavioursAtMost"),
            .. Broken(Plans.BehavioursInLittleTime >= Plans.BehavioursAtLeast, "plans.behavioursInLittleTime"),
            .. Broken(Plans.BehaviourLength is >= 20 and <= PlanRules.LongestBehaviour, "plans.behaviourLength"),
            .. Broken(Plans.LongestDays >= 1, "plans.longestDays"),
            .. Broken(Plans.ReviewEveryDays >= 1, "plans.reviewEveryDays"),
            .. Broken(Experiments.ActiveAtMost >= 1, "experiments.activeAtMost"),
            .. Broken(Experiments.RepetitionsToPractise >= 1, "experiments.repetitionsToPractise"),
            .. Broken(Reviews.OfferedWithinHours >= 1, "reviews.offeredWithinHours"),
            .. Broken(Feedback.ExpiresAfterDays >= 1, "feedback.expiresAfterDays"),
            .. Broken(Feedback.SameGiverEveryDays >= 1, "feedback.sameGiverEveryDays"),
            .. Broken(Nudges.AtMostAWeek >= 0, "nudges.atMostAWeek"),
            .. Rhythm.Problems(),
            .. Loop.Problems(),
            .. Opportunities.Problems(),
            .. Board.Problems(),
            .. Workshops.Problems(),
            .. Broken(Stories.BesideAtMost is >= 0 and <= 6, "stories.besideAtMost"),
            .. Broken(Stories.OnlyForMapFrom >= 5, "stories.onlyForMapFrom"),
            .. Broken(Gaps.PooledDeviation > 0, "gaps.pooledDeviation"),
            .. Broken(Gaps.OthersNeeded >= 1, "gaps.othersNeeded"),
            .. Broken(Gaps.FirstHintAbove >= Gaps.FairlyClearBelow, "gaps.firstHintAbove"),
            .. Broken(Gaps.PriorMean is >= 1 and <= 7, "gaps.priorMean"),
            .. Broken(Gaps.PriorDeviation > 0, "gaps.priorDeviation"),
            .. Broken(Agreement.ShowSpreadBelow is >= 0 and <= 1, "agreement.showSpreadBelow"),
            .. Broken(Pulses.RepresentativeFromRate is >= 0 and <= 1, "pulses.representativeFromRate"),
            .. Broken(Pulses.CensusBelow >= 1, "pulses.censusBelow"),
            .. Broken(Pulses.OpenDays is >= 1 and <= 60, "pulses.openDays"),
            .. Broken(Pulses.AgreementFrom is >= 0 and <= 1, "pulses.agreementFrom"),
            .. Broken(Pulses.LookBackAfterDays >= 1, "pulses.lookBackAfterDays"),
            .. Broken(Strategy.AnswerRequestsInDays >= 1, "strategy.answerRequestsInDays"),
            .. Broken(Strategy.EntriesAtMost >= 1, "strategy.entriesAtMost"),
            .. Value.Problems(),
            .. Checks.Problems(),
            .. Lag.Problems(),
            .. Experience.Problems(),
            .. Partners.Problems(),
            .. MinimumSizes.Problems(),
        ];

    private static IEnumerable<InputProblem> Broken(bool holds, string path) =>
        holds ? [] : [new InputProblem(path, InputProblems.OutOfRange)];
}

/// <summary>The numbers of a personal development plan (DOMAIN 4.7, 4.8).</summary>
public sealed record PlanRules
{
    /// <summary>What the database column holds; the setting may be shorter, not longer.</summary>
    public const int LongestBehaviour = 140;

    public required int BehavioursAtLeast { get; init; }
    public required int BehavioursAtMost { get; init; }

    /// <summary>Characters of a behaviour: one that needs more is more than one.</summary>
    public required int BehaviourLength { get; init; }

    /// <summary>Below this many minutes a week only a few behaviours are planned…</summary>
    public required int LittleTimeBelowMinutesAWeek { get; init; }

    /// <summary>…namely so many.</summary>
    public required int BehavioursInLittleTime { get; init; }

    /// <summary>Days from the first to the last of a plan.</summary>
    public required int LongestDays { get; init; }

    /// <summary>Days between two reviews of a plan.</summary>
    public required int ReviewEveryDays { get; init; }
}

/// <summary>The numbers of leadership experiments (DOMAIN 4.3, 4.7).</summary>
public sealed record ExperimentRules
{
    /// <summary>How many may be active at once.</summary>
    public required int ActiveAtMost { get; init; }

    /// <summary>Repetitions in different situations before a behaviour counts as practised.</summary>
    public required int RepetitionsToPractise { get; init; }

    /// <summary>Experiments suggested for one behaviour, from…</summary>
    public required int SuggestedAtLeast { get; init; }

    /// <summary>…to.</summary>
    public required int SuggestedAtMost { get; init; }
}

/// <summary>The numbers of after-event reviews (DOMAIN 4.4).</summary>
public sealed record ReviewRules
{
    /// <summary>Hours after a planned event within which a review is offered.</summary>
    public required int OfferedWithinHours { get; init; }

    /// <summary>In an active assignment at least one review in so many days.</summary>
    public required int AtLeastEveryDays { get; init; }
}

/// <summary>The numbers of feedback on one behaviour (DOMAIN 4.5).</summary>
public sealed record FeedbackRules
{
    /// <summary>Days after which a request can no longer be answered.</summary>
    public required int ExpiresAfterDays { get; init; }

    /// <summary>Days before the same giver is asked again.</summary>
    public required int SameGiverEveryDays { get; init; }
}

/// <summary>The numbers of nudges (DOMAIN 4.7).</summary>
public sealed record NudgeRules
{
    public required int AtMostAWeek { get; init; }

    /// <summary>A nudge dismissed so often pauses.</summary>
    public required int PauseAfterDismissals { get; init; }
}

/// <summary>The numbers of growth stories and of offers to watch (PRODUCT 0.16, 0.17).</summary>
public sealed record StoryRules
{
    /// <summary>How many stories, and how many offers, stand beside one assignment.</summary>
    public required int BesideAtMost { get; init; }

    /// <summary>Stories that are only for the map are counted in steps of so many; fewer are not shown at all (DOMAIN 9.3). At least 5.</summary>
    public required int OnlyForMapFrom { get; init; }
}

/// <summary>The smallest groups anything is shown for (DOMAIN 15.5). Strain, journal and self-reflections are never shown.</summary>
public sealed record MinimumSizes
{
    public required int PulseAndCheckScores { get; init; }
    public required int Comments { get; init; }

    /// <summary>Comments inside a 360, with groups merged to at least this.</summary>
    public required int CommentsInsideThreeSixty { get; init; }

    /// <summary>A breakdown by age, gender, origin or contract.</summary>
    public required int OnePersonalAttribute { get; init; }

    /// <summary>Two or more of them crossed.</summary>
    public required int CrossedPersonalAttributes { get; init; }

    /// <summary>Peers, reports or customers shown apart in a 360.</summary>
    public required int NamedRaterGroup { get; init; }

    /// <summary>Counts of private things for senior leaders.</summary>
    public required int ExecutiveCountsOfPrivateThings { get; init; }

    public required int InitiativeSelfCheck { get; init; }
    public required int VoluntaryLeaving { get; init; }

    /// <summary>A minimum below three would let two people see each other; such a file is refused.</summary>
    internal IEnumerable<InputProblem> Problems()
    {
        (int Size, string Name)[] sizes =
        [
            (PulseAndCheckScores, "pulseAndCheckScores"),
            (Comments, "comments"),
            (CommentsInsideThreeSixty, "commentsInsideThreeSixty"),
            (OnePersonalAttribute, "onePersonalAttribute"),
            (CrossedPersonalAttributes, "crossedPersonalAttributes"),
            (NamedRaterGroup, "namedRaterGroup"),
            (ExecutiveCountsOfPrivateThings, "executiveCountsOfPrivateThings"),
            (InitiativeSelfCheck, "initiativeSelfCheck"),
            (VoluntaryLeaving, "voluntaryLeaving"),
        ];
        return sizes.Where(s => s.Size < 3).Select(s => new InputProblem($"minimumSizes.{s.Name}", InputProblems.OutOfRange));
    }
}

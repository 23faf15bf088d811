namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>
/// What the overstretch guard found, with every number on the way, so that a page can show the arithmetic and a person can
/// disagree with it. Numbers are exact decimals within 0–100; null means "not known", never 0.
/// </summary>
public sealed record GuardResult
{
    /// <summary>True for the quick form: shown as "quick look" wherever the result is shown.</summary>
    public required bool IsQuickLook { get; init; }

    /// <summary>Each task dimension in order, or each of the three parts of a quick look.</summary>
    public required IReadOnlyList<StretchPart> Parts { get; init; }

    /// <summary>The load that is certain from what is known; equals <see cref="ChallengeLoad"/> once the profile is complete.</summary>
    public required decimal LoadAtLeast { get; init; }

    /// <summary>100 × the five largest stretches ÷ 20; null while the profile is incomplete.</summary>
    public required decimal? ChallengeLoad { get; init; }

    /// <summary>100 × the known obstacle demands ÷ 16; null when none is known.</summary>
    public required decimal? Hindrance { get; init; }

    /// <summary>Load plus a fifth of the hindrance, at most 100; null while the profile is incomplete.</summary>
    public required decimal? EffectiveLoad { get; init; }

    /// <summary>The weighted support answers, 0–100; null is "support unknown".</summary>
    public required decimal? SupportIndex { get; init; }

    /// <summary>Below it lies comfort.</summary>
    public required decimal LowerLimit { get; init; }

    /// <summary>Above it lies overstretch.</summary>
    public required decimal UpperLimit { get; init; }

    /// <summary>True when low self-efficacy brought the upper limit down.</summary>
    public required bool LowEfficacyLoweredTheLimit { get; init; }

    /// <summary>The zone that is shown.</summary>
    public required Zone Zone { get; init; }

    /// <summary>The zone the numbers alone give; differs from <see cref="Zone"/> only when strain overruled them.</summary>
    public required Zone ZoneByNumbers { get; init; }

    /// <summary>Both zones when the effective load lies near a line; null otherwise, and when strain decides.</summary>
    public required CloseCall? CloseCall { get; init; }

    /// <summary>"Much challenge, little feedback", in every zone.</summary>
    public required bool FeedbackFlag { get; init; }

    /// <summary>One stretch of 4, or three or more of at least 3.</summary>
    public required bool HotSpotFlag { get; init; }

    /// <summary>What was not known, so that the page can say so.</summary>
    public required MissingInputs Missing { get; init; }

    /// <summary>Where two raters differ by two or more: an invitation to talk.</summary>
    public required IReadOnlyList<OpinionDifference> Differences { get; init; }

    /// <summary>The strain check that was handed in: when positive the zone is overstretch, whatever the numbers.</summary>
    public required bool StrainIsPositive { get; init; }

    /// <summary>True when the numbers alone would have given another zone.</summary>
    public bool StrainOverruled => Zone != ZoneByNumbers;

    public bool IsCloseCall => CloseCall is not null;
}

/// <summary>One stretch: how far a demand lies above the readiness for it.</summary>
/// <param name="Dimension">The task dimension; null in a quick look, where the person chose the part.</param>
/// <param name="Demand">The demand used: the mean when two people rated it.</param>
/// <param name="Readiness">The readiness used: the mean when two people rated it.</param>
/// <param name="Stretch">Demand minus readiness, not below 0; null unless both are known.</param>
/// <param name="IsCounted">True when it is one of the largest that make the load.</param>
public sealed record StretchPart(ChallengeDimension? Dimension, decimal? Demand, decimal? Readiness, decimal? Stretch, bool IsCounted);

/// <summary>What was not known. Empty lists and false mean that everything was.</summary>
/// <param name="Dimensions">Task dimensions without demand or without readiness (empty in a quick look).</param>
/// <param name="QuickParts">How many parts of a quick look are not named.</param>
/// <param name="Obstacles">Obstacles without an answer; they add nothing, and the page says they are not known.</param>
/// <param name="Support">Support items without an answer; the index is made from the others.</param>
/// <param name="Efficacy">True without an answer; the limit then stays where it is.</param>
public sealed record MissingInputs(
    IReadOnlyList<ChallengeDimension> Dimensions,
    int QuickParts,
    IReadOnlyList<ChallengeDimension> Obstacles,
    IReadOnlyList<SupportItem> Support,
    bool Efficacy
);

/// <summary>Which of the two ratings of a dimension differs.</summary>
public enum RatedAspect
{
    Demand,
    Readiness,
}

/// <summary>Two people see one thing differently.</summary>
public sealed record OpinionDifference(ChallengeDimension Dimension, RatedAspect Aspect, int Own, int Other);

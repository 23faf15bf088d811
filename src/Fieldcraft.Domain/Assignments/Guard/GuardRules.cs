using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>
/// Every number of the overstretch rule, version 1 (DOMAIN 3.2). All of them are design choices and come from the settings file.
/// Divisors are not among them: they follow from the scales (five stretches of at most 4 make 20), and a divisor that could be
/// set apart would let a load leave 0–100.
/// </summary>
public sealed record GuardRules
{
    /// <summary>The top of the demand, readiness, obstacle and support scales (DOMAIN 1.6). A scale, not a setting.</summary>
    public const int ScaleTop = 4;

    /// <summary>How many of the largest stretches make the load: an assignment is felt through its hottest points.</summary>
    public required int LargestCounted { get; init; }

    /// <summary>How many parts the quick form asks for.</summary>
    public required int QuickParts { get; init; }

    /// <summary>The share of the hindrance that is added to the load.</summary>
    public required decimal HindranceShare { get; init; }

    public required SupportWeights SupportWeights { get; init; }

    /// <summary>Below this effective load lies comfort.</summary>
    public required decimal LowerLimit { get; init; }

    /// <summary>The upper limit without any support, also when the support is unknown.</summary>
    public required decimal UpperLimitWithoutSupport { get; init; }

    /// <summary>What each point of the support index adds to the upper limit.</summary>
    public required decimal UpperLimitPerSupportPoint { get; init; }

    /// <summary>Leadership self-efficacy (1–5) at or below which the upper limit comes down.</summary>
    public required int LowEfficacyAtMost { get; init; }

    /// <summary>By how much it comes down.</summary>
    public required decimal LowEfficacyReduction { get; init; }

    /// <summary>Nearer than this to a limit is a close call.</summary>
    public required decimal CloseCallWithin { get; init; }

    /// <summary>From this load on, little feedback is flagged.</summary>
    public required decimal FeedbackFlagFromLoad { get; init; }

    /// <summary>The feedback answer that counts as little, or below.</summary>
    public required int FeedbackFlagAtMost { get; init; }

    /// <summary>One stretch of this size is a hot spot by itself.</summary>
    public required int HotSpotStretch { get; init; }

    /// <summary>Several stretches of at least this size are a hot spot together.</summary>
    public required int HotSpotTogetherStretch { get; init; }

    /// <summary>How many of them it takes.</summary>
    public required int HotSpotTogetherCount { get; init; }

    /// <summary>How many of the twelve task dimensions must be known for a zone.</summary>
    public required int DimensionsNeeded { get; init; }

    /// <summary>How many of the six support answers must be known for a support index.</summary>
    public required int SupportAnswersNeeded { get; init; }

    /// <summary>From this difference between two raters on, the two are asked to talk.</summary>
    public required int OpinionsDifferFrom { get; init; }

    /// <summary>The credit for a stretch of 0, 1, 2, 3, 4 without any support; linear between (DOMAIN 3.2).</summary>
    public required IReadOnlyList<decimal> CreditWithoutSupport { get; init; }

    /// <summary>What an edited settings file must not do: break the promises that the rule makes whatever its numbers are.</summary>
    public IReadOnlyList<InputProblem> Problems()
    {
        var largestUpper = UpperLimitWithoutSupport + (100 * UpperLimitPerSupportPoint);
        (bool Holds, string Path)[] promises =
        [
            (LargestCounted is >= 1 and <= 12, "guard.largestCounted"),
            (QuickParts is >= 1 and <= 12, "guard.quickParts"),
            (HindranceShare is >= 0 and <= 1, "guard.hindranceShare"),
            (SupportItem.All.All(item => SupportWeights.Of(item) >= 1), "guard.supportWeights"),
            (LowerLimit is >= 0 and <= 100, "guard.lowerLimit"),
            (UpperLimitPerSupportPoint >= 0 && largestUpper <= 100, "guard.upperLimitPerSupportPoint"),
            (LowEfficacyAtMost is >= 0 and <= 5, "guard.lowEfficacyAtMost"),
            (LowEfficacyReduction >= 0 && UpperLimitWithoutSupport - LowEfficacyReduction >= LowerLimit, "guard.upperLimitWithoutSupport"),
            (CloseCallWithin >= 0, "guard.closeCallWithin"),
            (FeedbackFlagFromLoad is >= 0 and <= 100, "guard.feedbackFlagFromLoad"),
            (FeedbackFlagAtMost is >= 0 and <= ScaleTop, "guard.feedbackFlagAtMost"),
            (HotSpotStretch is >= 1 and <= ScaleTop, "guard.hotSpotStretch"),
            (HotSpotTogetherStretch is >= 1 and <= ScaleTop, "guard.hotSpotTogetherStretch"),
            (HotSpotTogetherCount >= 1, "guard.hotSpotTogetherCount"),
            (DimensionsNeeded is >= 1 and <= 12 && DimensionsNeeded >= LargestCounted, "guard.dimensionsNeeded"),
            (SupportAnswersNeeded is >= 1 and <= 6, "guard.supportAnswersNeeded"),
            (OpinionsDifferFrom is >= 1 and <= ScaleTop, "guard.opinionsDifferFrom"),
            (CreditWithoutSupport.Count == ScaleTop + 1 && CreditWithoutSupport.All(c => c >= 0), "guard.creditWithoutSupport"),
        ];
        return [.. promises.Where(p => !p.Holds).Select(p => new InputProblem(p.Path, InputProblems.OutOfRange))];
    }
}

/// <summary>How much each kind of support counts in the support index (DOMAIN 3.2 step 5).</summary>
public sealed record SupportWeights
{
    public required int Feedback { get; init; }
    public required int Backing { get; init; }
    public required int Partner { get; init; }
    public required int Reflection { get; init; }
    public required int Authority { get; init; }
    public required int Safety { get; init; }

    /// <summary>The weight of one item.</summary>
    public int Of(SupportItem item) =>
        item.Position switch
        {
            0 => Feedback,
            1 => Backing,
            2 => Partner,
            3 => Reflection,
            4 => Authority,
            _ => Safety,
        };
}

using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>A challenge profile, or a quick look. Null is "don't know" everywhere.</summary>
/// <param name="Demand">Twelve numbers 0–4 in the order of the dimensions, or an object by dimension id.</param>
/// <param name="Readiness">As the demand.</param>
/// <param name="Obstacles">Four numbers 0–4, or an object by obstacle id.</param>
/// <param name="Support">Six numbers 0–4, or an object by support item.</param>
/// <param name="Efficacy">Leadership self-efficacy, 1–5.</param>
/// <param name="Strain">Whether the strain check is positive.</param>
/// <param name="SecondOpinion">What one more person says.</param>
/// <param name="Quick">Instead of demand and readiness: the three hottest parts.</param>
internal sealed record GuardRequest(
    JsonElement? Demand = null,
    JsonElement? Readiness = null,
    JsonElement? Obstacles = null,
    JsonElement? Support = null,
    int? Efficacy = null,
    bool Strain = false,
    SecondOpinionRequest? SecondOpinion = null,
    QuickRequest? Quick = null
);

/// <summary>Demand and readiness as somebody else sees them, shaped as one's own.</summary>
internal sealed record SecondOpinionRequest(JsonElement? Demand = null, JsonElement? Readiness = null);

/// <summary>The quick form: three parts of 1–4, and the six support answers.</summary>
internal sealed record QuickRequest
{
    public required IReadOnlyList<int?> Parts { get; init; }

    public JsonElement? Support { get; init; }
}

/// <summary>The overstretch rule with every number on the way. Numbers are 0–100; null is "not known".</summary>
internal sealed record GuardAnswer
{
    public required bool QuickLook { get; init; }
    public required Zone Zone { get; init; }
    public required Zone ZoneByNumbers { get; init; }
    public required bool StrainOverruled { get; init; }
    public required decimal? ChallengeLoad { get; init; }
    public required decimal LoadAtLeast { get; init; }
    public required decimal? Hindrance { get; init; }
    public required decimal? EffectiveLoad { get; init; }
    public required decimal? SupportIndex { get; init; }
    public required decimal LowerLimit { get; init; }
    public required decimal UpperLimit { get; init; }
    public required bool CloseCall { get; init; }
    public required IReadOnlyList<Zone> CloseCallZones { get; init; }
    public required bool FeedbackFlag { get; init; }
    public required bool HotSpotFlag { get; init; }
    public required IReadOnlyList<StretchAnswer> Stretches { get; init; }
    public required IReadOnlyList<DifferenceAnswer> Differences { get; init; }
    public required MissingAnswer Missing { get; init; }
    public required IReadOnlyList<GuardStep> NextSteps { get; init; }

    public static GuardAnswer Of(GuardResult result) =>
        new()
        {
            QuickLook = result.IsQuickLook,
            Zone = result.Zone,
            ZoneByNumbers = result.ZoneByNumbers,
            StrainOverruled = result.StrainOverruled,
            ChallengeLoad = result.ChallengeLoad,
            LoadAtLeast = result.LoadAtLeast,
            Hindrance = result.Hindrance,
            EffectiveLoad = result.EffectiveLoad,
            SupportIndex = result.SupportIndex,
            LowerLimit = result.LowerLimit,
            UpperLimit = result.UpperLimit,
            CloseCall = result.IsCloseCall,
            CloseCallZones = result.CloseCall is { } call ? [call.Below, call.Above] : [],
            FeedbackFlag = result.FeedbackFlag,
            HotSpotFlag = result.HotSpotFlag,
            Stretches = [.. result.Parts.Select(p => new StretchAnswer(p.Dimension?.Id, p.Demand, p.Readiness, p.Stretch, p.IsCounted))],
            Differences = [.. result.Differences.Select(d => new DifferenceAnswer(d.Dimension.Id, d.Aspect, d.Own, d.Other))],
            Missing = new MissingAnswer(
                [.. result.Missing.Dimensions.Select(d => d.Id)],
                result.Missing.QuickParts,
                [.. result.Missing.Obstacles.Select(d => d.Id)],
                [.. result.Missing.Support.Select(item => item.Id)],
                result.Missing.Efficacy
            ),
            NextSteps = GuardAdvice.Steps(result),
        };
}

internal sealed record StretchAnswer(string? Dimension, decimal? Demand, decimal? Readiness, decimal? Stretch, bool Counted);

internal sealed record DifferenceAnswer(string Dimension, RatedAspect Aspect, int Own, int Other);

internal sealed record MissingAnswer(
    IReadOnlyList<string> Dimensions,
    int QuickParts,
    IReadOnlyList<string> Obstacles,
    IReadOnlyList<string> Support,
    bool Efficacy
);

using System.Text.Json;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Board;

/// <summary>What a manager's concern may be about.</summary>
[Flags]
public enum TrialTopic
{
    None = 0,

    /// <summary>From when until when.</summary>
    Dates = 1,

    /// <summary>Hours a week, and what comes off the plate for them.</summary>
    Load = 2,
    Both = Dates | Load,
}

/// <summary>What somebody tells their manager of a trial: what, hours, from when until when, what is left for it.</summary>
public sealed record TrialFacts
{
    public const int WhatLength = 200;
    public const int OffThePlateLength = 600;
    public const int HoursAtMost = 40;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? What { get; init; }

    /// <summary>None where only something else than time needs the manager's word.</summary>
    public int HoursAWeek { get; init; }
    public DateOnly? FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }
    public string? OffThePlate { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Missing("what", string.IsNullOrWhiteSpace(What)),
            .. Missing("offThePlate", string.IsNullOrWhiteSpace(OffThePlate)),
            .. Missing("fromOn", FromOn is null),
            .. Missing("untilOn", UntilOn is null),
            .. What?.Trim().Length > WhatLength ? [new InputProblem("what", "too-long")] : Array.Empty<InputProblem>(),
            .. OffThePlate?.Trim().Length > OffThePlateLength ? [new InputProblem("offThePlate", "too-long")] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("hoursAWeek", HoursAWeek, 0, HoursAtMost),
            .. UntilOn < FromOn ? [new InputProblem("untilOn", InputProblems.OutOfRange)] : Array.Empty<InputProblem>(),
        ];

    /// <summary>What of it differs.</summary>
    public TrialTopic DifferenceTo(TrialFacts other) =>
        (FromOn != other.FromOn || UntilOn != other.UntilOn ? TrialTopic.Dates : TrialTopic.None)
        | (HoursAWeek != other.HoursAWeek || OffThePlate?.Trim() != other.OffThePlate?.Trim() ? TrialTopic.Load : TrialTopic.None);

    public string ToJson() => JsonSerializer.Serialize(this with { What = What?.Trim(), OffThePlate = OffThePlate?.Trim() }, Json);

    public static TrialFacts FromJson(string json) => JsonSerializer.Deserialize<TrialFacts>(json, Json)!;

    private static InputProblem[] Missing(string path, bool isMissing) => isMissing ? [new InputProblem(path, InputProblems.Missing)] : [];
}

/// <summary>What a trial comes from: an opportunity, a posting, or neither.</summary>
public readonly record struct TrialOrigin(Guid? Opportunity, PostingId? Posting)
{
    public static TrialOrigin None => default;
}

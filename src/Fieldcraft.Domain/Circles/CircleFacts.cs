using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Circles;

/// <summary>Who may come into a circle.</summary>
public enum CircleDoor
{
    /// <summary>Whom the convenor asks; nobody else sees that it exists.</summary>
    ByInvitation,

    /// <summary>Anybody, as long as a seat is free.</summary>
    OpenSeats,
}

/// <summary>What a circle is called, what it is for, how many it holds and who may come.</summary>
public sealed record CircleFacts(string? Name, string? Purpose, int Seats, CircleDoor Door)
{
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Name) ? [new InputProblem("name", "missing")] : Array.Empty<InputProblem>(),
            .. Name?.Trim().Length > Circle.NameLength ? [new InputProblem("name", "too-long")] : Array.Empty<InputProblem>(),
            .. Purpose?.Trim().Length > Circle.PurposeLength ? [new InputProblem("purpose", "too-long")] : Array.Empty<InputProblem>(),
            .. Seats is < Circle.MembersAtLeast or > Circle.MembersAtMost
                ? [new InputProblem("seats", "out-of-range")]
                : Array.Empty<InputProblem>(),
        ];
}

/// <summary>How often a circle meets, and for how long.</summary>
/// <param name="EveryWeeks">1 to 12; DOMAIN 4.6 says monthly.</param>
/// <param name="Minutes">45 to 180.</param>
public sealed record CircleRhythm(int EveryWeeks, int Minutes)
{
    public const int WeeksAtMost = 12;
    public const int MinutesAtLeast = 45;
    public const int MinutesAtMost = 180;

    public static readonly CircleRhythm Usual = new(4, 90);

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. EveryWeeks is < 1 or > WeeksAtMost ? [new InputProblem("everyWeeks", "out-of-range")] : Array.Empty<InputProblem>(),
            .. Minutes is < MinutesAtLeast or > MinutesAtMost ? [new InputProblem("minutes", "out-of-range")] : Array.Empty<InputProblem>(),
        ];

    /// <summary>The time of the meeting after this one: the same day of the week, at the same time on the same clock.</summary>
    public AppointedTime After(AppointedTime meeting) => meeting with { On = meeting.On.AddDays(EveryWeeks * 7), Minutes = Minutes };
}

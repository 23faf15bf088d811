using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Loop;

/// <summary>The numbers of the learning loop (DOMAIN 7.7).</summary>
public sealed record LoopRules
{
    /// <summary>Within how many days a team's leader answers or forwards; likewise the tiers above.</summary>
    public required int TeamDays { get; init; }
    public required int FacilityDays { get; init; }
    public required int NetworkDays { get; init; }
    public required int StateDays { get; init; }

    /// <summary>How many ideas of a module a team forwards from a session.</summary>
    public required int ForwardedASession { get; init; }

    /// <summary>How many ideas of a module a facility or a network forwards in a round.</summary>
    public required int ForwardedARound { get; init; }

    /// <summary>How long a round is, counted from the first day of the module's window.</summary>
    public required int RoundDays { get; init; }

    /// <summary>From how many people on a team is shown beside its idea.</summary>
    public required int TeamShownFrom { get; init; }

    /// <summary>What an idea has at least in a meeting.</summary>
    public required int MinutesAtLeast { get; init; }

    public int DaysAt(LoopTier tier) =>
        tier switch
        {
            LoopTier.Team => TeamDays,
            LoopTier.Facility => FacilityDays,
            LoopTier.Network => NetworkDays,
            _ => StateDays,
        };

    public int ForwardedAtMostFrom(LoopTier tier) => tier == LoopTier.Team ? ForwardedASession : ForwardedARound;

    /// <summary>The round that a day lies in; what comes before the window belongs to the first.</summary>
    public int RoundOf(DateOnly windowStart, DateOnly day) => Math.Max(0, day.DayNumber - windowStart.DayNumber) / RoundDays;

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Broken(TeamDays >= 1, "loop.teamDays"),
            .. Broken(FacilityDays >= 1, "loop.facilityDays"),
            .. Broken(NetworkDays >= 1, "loop.networkDays"),
            .. Broken(StateDays >= 1, "loop.stateDays"),
            .. Broken(ForwardedASession >= 1, "loop.forwardedASession"),
            .. Broken(ForwardedARound >= 1, "loop.forwardedARound"),
            .. Broken(RoundDays >= 1, "loop.roundDays"),
            .. Broken(TeamShownFrom >= 5, "loop.teamShownFrom"),
            .. Broken(MinutesAtLeast >= 1, "loop.minutesAtLeast"),
        ];

    private static IEnumerable<InputProblem> Broken(bool holds, string path) =>
        holds ? [] : [new InputProblem(path, InputProblems.OutOfRange)];
}

namespace Fieldcraft.Domain.Rollouts;

/// <summary>What the capacity of a site or a programme is worked out from (DOMAIN 7.8).</summary>
/// <param name="Headcount">Everybody who is to attend once.</param>
/// <param name="OnShift">How many are on shift together at an ordinary hour.</param>
/// <param name="ReleaseShare">Share of those on shift who may be away at once, 0 to 1; exact.</param>
/// <param name="FloorMinimum">People who always stay on the floor.</param>
/// <param name="RoomCapacity">Seats of the largest room.</param>
/// <param name="CatchUpShare">Spare seats for those who miss theirs, as a share of the headcount.</param>
/// <param name="MaxPerWeek">Most sessions of one leader in a week.</param>
public sealed record CapacityInputs(
    int Headcount,
    int Leaders,
    int Weeks,
    int OnShift,
    decimal ReleaseShare,
    int FloorMinimum,
    int RoomCapacity,
    decimal CatchUpShare,
    int MaxPerWeek,
    int MaxSize = CapacityInputs.LargestSession
)
{
    /// <summary>More people than that do not talk with each other in an hour.</summary>
    public const int LargestSession = 15;
}

/// <summary>Which input keeps a session as small as it is.</summary>
public enum SizeLimit
{
    Room,
    ReleaseShare,
    FloorMinimum,
    Session,
}

/// <summary>Whether a roll-out can work at all, before anything is planned.</summary>
/// <param name="Release">How many may be off the floor at once; not below nought.</param>
/// <param name="Size">People in one session; nought when nobody may leave the floor.</param>
/// <param name="Sessions">How many are needed, catch-up included; null when nobody may leave the floor.</param>
/// <param name="PerLeader">Sessions of one leader; null without sessions or leaders.</param>
/// <param name="Capacity">Sessions that the leaders can hold in all weeks.</param>
public sealed record RolloutCapacity(
    int Release,
    int Size,
    int? Sessions,
    decimal? PerLeader,
    decimal? PerLeaderAndWeek,
    int Capacity,
    SizeLimit BoundBy
)
{
    public bool IsFeasible => Sessions <= Capacity;

    /// <summary>
    /// <c>release = min(floor(onShift × share), onShift − minimum)</c>, <c>size = min(room, release, 15)</c>,
    /// <c>sessions = ceil(headcount × (1 + catchUp) / size)</c>.
    /// </summary>
    public static RolloutCapacity Of(CapacityInputs inputs)
    {
        var byShare = (int)decimal.Floor(inputs.OnShift * inputs.ReleaseShare);
        var byMinimum = inputs.OnShift - inputs.FloorMinimum;
        var release = Math.Max(0, Math.Min(byShare, byMinimum));
        var size = Math.Max(0, Math.Min(Math.Min(inputs.RoomCapacity, release), inputs.MaxSize));
        var capacity = inputs.Leaders * inputs.Weeks * inputs.MaxPerWeek;
        var bound =
            size == inputs.MaxSize ? SizeLimit.Session
            : release > size ? SizeLimit.Room
            : byMinimum < byShare ? SizeLimit.FloorMinimum
            : SizeLimit.ReleaseShare;
        if (size == 0 && inputs.Headcount > 0)
        {
            return new RolloutCapacity(release, 0, null, null, null, capacity, bound);
        }

        var sessions = size == 0 ? 0 : (int)decimal.Ceiling(inputs.Headcount * (1 + inputs.CatchUpShare) / size);
        var perLeader = inputs.Leaders == 0 ? (decimal?)null : (decimal)sessions / inputs.Leaders;
        return new RolloutCapacity(release, size, sessions, perLeader, perLeader / Math.Max(1, inputs.Weeks), capacity, bound);
    }
}

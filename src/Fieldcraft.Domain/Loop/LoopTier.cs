using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Loop;

/// <summary>Where an idea is answered, from the bottom to the top (DOMAIN 7.7).</summary>
public enum LoopTier
{
    /// <summary>The team's leader answers.</summary>
    Team,

    /// <summary>Whoever leads the facility.</summary>
    Facility,

    /// <summary>Whoever leads the network above it.</summary>
    Network,

    /// <summary>Whoever leads the state, and the programme's sponsor. From here an idea goes nowhere but to an answer.</summary>
    State,
}

/// <summary>A tier at its place.</summary>
/// <param name="Unit">Null for a team, and at the top where no unit answers but the sponsor alone.</param>
public sealed record LoopPlace(LoopTier Tier, UnitId? Unit);

/// <summary>Who there is on the way up from one team. A tier without anybody to answer is passed over at once; at the top there is always the programme's sponsor.</summary>
/// <param name="HasLeader">Whether the team has somebody who leads it.</param>
/// <param name="Facility">The facility, if somebody leads it; likewise the others.</param>
public sealed record LoopChain(bool HasLeader, UnitId? Facility, UnitId? Network, UnitId? State)
{
    /// <summary>The first place from this tier on that has somebody to answer.</summary>
    public LoopPlace From(LoopTier tier) =>
        tier == LoopTier.Team && HasLeader ? new LoopPlace(LoopTier.Team, null)
        : tier <= LoopTier.Facility && Facility is not null ? new LoopPlace(LoopTier.Facility, Facility)
        : tier <= LoopTier.Network && Network is not null ? new LoopPlace(LoopTier.Network, Network)
        : new LoopPlace(LoopTier.State, State);

    /// <summary>The first place above this tier; above the top is the top.</summary>
    public LoopPlace Above(LoopTier tier) => From(tier == LoopTier.State ? tier : tier + 1);
}

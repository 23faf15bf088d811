namespace Fieldcraft.Web.Features;

/// <summary>Where a way into a folder of features is offered: in one of the rooms of the line at the top, or behind the viewer's name.</summary>
public enum LinkPlace
{
    Home,

    /// <summary>Assignments: the viewer's own work to learn from.</summary>
    Own,

    /// <summary>Growth: what the viewer wants to become, gaps, experiences, moves.</summary>
    Growth,

    /// <summary>Opportunities: colleagues as customers, the board, workshops.</summary>
    Opportunities,

    /// <summary>Leaders teaching their own teams: modules, readiness, planners, sessions.</summary>
    TeamLearning,

    /// <summary>The learning strategy, requests of the learning team, promises of leaders, pulses.</summary>
    Strategy,

    /// <summary>Learning with others: partners, conversations, circles, stories.</summary>
    Together,
    People,

    /// <summary>Figures about groups.</summary>
    Insight,
    Administration,

    /// <summary>Behind the viewer's name.</summary>
    Account,

    /// <summary>Behind the viewer's name, as a form that is sent: signing out.</summary>
    Leave,
}

/// <summary>A way into a folder of features that the layout offers. The word is a key.</summary>
/// <param name="Also">Addresses that are reached from there and belong to it.</param>
public sealed record RoomLink(string Word, string Address, LinkPlace Place, params string[] Also)
{
    /// <summary>Whether the viewer is here now.</summary>
    public bool Holds(PathString path) =>
        Address == "/"
            ? path == "/"
            : Also.Prepend(Address).Any(address => path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A room in the line at the top, and its parts when it has several. The word of a room with several parts is <c>app.room.PLACE</c>.</summary>
public sealed record RoomInLine(string Word, IReadOnlyList<RoomLink> Parts)
{
    public string Address => Parts[0].Address;

    public bool Holds(PathString path) => Parts.Any(p => p.Holds(path));

    public static IReadOnlyList<RoomInLine> Of(IEnumerable<RoomLink> links) =>
        [
            .. links
                .Where(l => l.Place < LinkPlace.Account)
                .GroupBy(l => l.Place)
                .OrderBy(g => g.Key)
                .Select(g => new RoomInLine(g.Count() == 1 ? g.First().Word : $"app.room.{g.Key}", [.. g])),
        ];
}

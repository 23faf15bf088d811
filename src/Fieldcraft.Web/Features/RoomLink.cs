namespace Fieldcraft.Web.Features;

/// <summary>Where a way into a room is offered.</summary>
public enum LinkPlace
{
    /// <summary>In the line of rooms at the top.</summary>
    Rooms,

    /// <summary>Behind the viewer's name.</summary>
    Account,

    /// <summary>Behind the viewer's name, as a form that is sent: signing out.</summary>
    Leave,
}

/// <summary>A way into a room that the layout offers. The word is a key.</summary>
public sealed record RoomLink(string Word, string Address, LinkPlace Place = LinkPlace.Rooms)
{
    /// <summary>Whether the viewer is in this room now.</summary>
    public bool Holds(PathString path) =>
        Address == "/" ? path == "/" : path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase);
}

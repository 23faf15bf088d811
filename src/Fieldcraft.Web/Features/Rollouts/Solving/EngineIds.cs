using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;

namespace Fieldcraft.Web.Features.Rollouts.Solving;

/// <summary>What things are called in an instance, and back.</summary>
internal static class EngineIds
{
    private const string AnyRoom = "any";
    private const char Apart = '~';

    public static string Of(UnitId site) => site.Value.ToString("n");

    public static string Of(PersonId person) => person.Value.ToString("n");

    public static string Leader(RosterPerson person) => person.ManagerId is { } manager ? Of(manager) : "nobody";

    /// <summary>Rooms of different sites never share a name.</summary>
    public static string Room(UnitId site, SiteRoomId? room) => $"{Of(site)}{Apart}{room?.Value.ToString("n") ?? AnyRoom}";

    /// <summary>Whether a room is a site of its own for the engine: one that is closed for a time.</summary>
    public static bool StandsAlone(SiteOnGround? site, SiteRoomId? room) =>
        room is not null && site?.Ground?.Closures.Any(c => c.RoomId == room) == true;

    public static string Site(SiteOnGround? site, SiteRoomId? room) =>
        StandsAlone(site, room) ? Room(site!.Id, room)
        : site is null ? ""
        : Of(site.Id);

    public static PersonId Person(string id) => PersonId.From(Guid.ParseExact(id, "n"));

    public static UnitId Site(string id) => UnitId.From(Guid.ParseExact(id.Split(Apart)[0], "n"));

    public static SiteRoomId? Room(string id) =>
        id.Split(Apart)[1] is AnyRoom ? null : SiteRoomId.From(Guid.ParseExact(id.Split(Apart)[1], "n"));
}

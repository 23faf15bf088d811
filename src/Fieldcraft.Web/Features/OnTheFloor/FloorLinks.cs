using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.TeachingSessions;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>Every address around a session while it is held.</summary>
public static class FloorLinks
{
    public const string Here = "/here";

    public static string Door(string code) => $"{Here}/{code}";

    public static string Tablet(string code) => $"{Here}/{code}/tablet";

    public static string Run(TeachingSessionId id) => $"{TeachingSessionsLinks.One(id)}/run";

    public static string Screen(TeachingSessionId id) => $"{TeachingSessionsLinks.One(id)}/screen";

    public static string List(TeachingSessionId id) => $"{TeachingSessionsLinks.One(id)}/list";
}

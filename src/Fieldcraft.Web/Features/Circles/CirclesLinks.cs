using Fieldcraft.Domain.Circles;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>Every address of the circles.</summary>
public static class CirclesLinks
{
    public const string List = "/circles";
    public const string Call = "/circles/new";

    public static string One(CircleId id) => $"/circles/{id.Value}";

    public static string Describe(CircleId id) => $"{One(id)}/describe";

    public static string Invite(CircleId id) => $"{One(id)}/invite";

    public static string Rhythm(CircleId id) => $"{One(id)}/rhythm";

    public static string Meeting(CircleId id, CircleMeetingId meeting) => $"{One(id)}/meetings/{meeting.Value}";

    public static string After(CircleId id) => $"{List}?after={id.Value}";
}

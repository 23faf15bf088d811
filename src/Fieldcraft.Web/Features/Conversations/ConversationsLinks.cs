using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>Every address of the conversations.</summary>
public static class ConversationsLinks
{
    public const string List = "/conversations";
    public const string PlanGroup = "/conversations/new";
    public const string Pair = "/conversations/pair";
    public const string PairSheet = "/conversations/pair/sheet";
    public const string Join = "/join";

    public static string After(LiveSessionId id) => $"/conversations?after={id.Value}";

    public static string Session(LiveSessionId id) => $"/conversations/sessions/{id.Value}";

    public static string Screen(LiveSessionId id) => $"/conversations/sessions/{id.Value}/screen";

    public static string Invite(LiveSessionId id) => $"/conversations/sessions/{id.Value}/people";

    public static string Harvest(LiveSessionId id) => $"/conversations/sessions/{id.Value}/harvest";

    public static string Stream(LiveSessionId id) => $"/api/v1/live-sessions/{id.Value}/stream";

    /// <summary>What the QR code holds. Opening it joins nothing; sending its form does.</summary>
    public static string JoinBy(string code) => $"/join/{code}";

    public static string PairAbout(AssignmentId assignment) => $"/conversations/pair?assignment={assignment.Value}";
}

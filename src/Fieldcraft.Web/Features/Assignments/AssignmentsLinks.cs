using Fieldcraft.Domain.Assignments;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>Every address of the room.</summary>
public static class AssignmentsLinks
{
    public const string List = "/assignments";
    public const string Bring = "/assignments/new";
    public const string CheckIn = "/assignments/check-in";

    /// <summary>The form with one kind of work chosen already.</summary>
    public static string BringOf(string archetype) => $"{Bring}?archetype={archetype}";

    public static string One(AssignmentId id) => $"/assignments/{id.Value}";

    public static string Describe(AssignmentId id) => $"{One(id)}/describe";

    public static string End(AssignmentId id) => $"{One(id)}/end";

    public static string Discard(AssignmentId id) => $"{One(id)}/discard";

    public static string Inquiry(AssignmentId id) => $"{One(id)}/inquiry";

    public static string Question(AssignmentId id, string question) => $"{One(id)}/inquiry/{question}";

    public static string QuestionOnSheet(AssignmentId id, string question) => $"{One(id)}/inquiry#{question}";

    public static string NewRound(AssignmentId id) => $"{One(id)}/inquiry/new-round";

    public static string BlankWorksheet(AssignmentId id) => $"{One(id)}/inquiry/blank";

    public static string Card(AssignmentId id) => $"{One(id)}/inquiry/card";

    public static string QuickStart(AssignmentId id) => $"{One(id)}/quick-start";

    public static string Profile(AssignmentId id) => $"{One(id)}/profile";

    public static string Cluster(AssignmentId id, string cluster) => $"{One(id)}/profile/{cluster}";

    public static string QuickLook(AssignmentId id) => $"{One(id)}/quick-look";

    public static string Zone(AssignmentId id) => $"{One(id)}/zone";

    public static string Opinions(AssignmentId id) => $"{One(id)}/opinions";

    public static string AskOpinion(AssignmentId id) => $"{One(id)}/opinions/new";

    public static string GiveOpinion(string secret) => $"/o/{secret}";
}

using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>Every address of the workshops.</summary>
public static class WorkshopsLinks
{
    public const string List = "/workshops";
    public const string Plan = "/workshops/new";
    public const string Initiative = "/initiative";

    public static string One(WorkshopId id) => $"/workshops/{id.Value}";

    public static string Describe(WorkshopId id) => $"{One(id)}/describe";

    public static string Agenda(WorkshopId id) => $"{One(id)}/agenda";

    public static string People(WorkshopId id) => $"{One(id)}/people";

    /// <summary>The printed invitations.</summary>
    public static string Invitations(WorkshopId id) => $"{One(id)}/invitations";

    public static string Groups(WorkshopId id) => $"{One(id)}/groups";

    public static string Pack(WorkshopId id) => $"{One(id)}/pack";

    public static string Run(WorkshopId id) => $"{One(id)}/run";

    public static string Screen(WorkshopId id) => $"{One(id)}/screen";

    public static string ManagersBriefing(WorkshopId id) => $"{One(id)}/briefing/managers";

    public static string GuestsBriefing(WorkshopId id) => $"{One(id)}/briefing/guests";

    public static string Results(WorkshopId id) => $"{One(id)}/results";

    public static string Trio(WorkshopId id) => $"{One(id)}/trio";

    public static string Coaching(WorkshopId id) => $"{One(id)}/coaching";

    public static string Note(WorkshopId id) => $"{One(id)}/note";

    public static string After(WorkshopId id) => $"{List}?after={id.Value}";

    public static string InitiativeAfter(InitiativeCheckId id) => $"{Initiative}?after={id.Value}";
}

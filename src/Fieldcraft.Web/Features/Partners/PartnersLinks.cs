using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>Every address of the partners.</summary>
public static class PartnersLinks
{
    public const string List = "/partners";
    public const string Offer = "/partners/offer";
    public const string Find = "/partners/find";
    public const string Ask = "/partners/ask";
    public const string Notes = "/partners/notes";
    public const string Team = "/partners/team";
    public const string Seasons = "/partners/seasons";

    /// <summary>Who offers one thing of the content.</summary>
    public static string FindFor(PartnerKind kind, OfferArea area, string code) => $"/partners/find?kind={kind}&need={area}.{code}";

    public static string One(PartnershipId id) => $"/partners/{id.Value}";

    public static string After(PartnershipId id) => $"/partners?after={id.Value}";

    public static string Agreement(PartnershipId id) => $"/partners/{id.Value}/agreement";

    public static string Ending(PartnershipId id) => $"/partners/{id.Value}/ending";

    public static string Meeting(PartnershipId id, PartnerMeetingId meeting) => $"/partners/{id.Value}/meetings/{meeting.Value}";

    public static string AskOf(PersonId person, PartnerKind kind) => $"/partners/ask?kind={kind}&person={person.Value}";

    public static string AskAs(PartnerKind kind) => $"/partners/ask?kind={kind}";

    public static string Person(PersonId person) => $"/people/{person.Value}";

    public static string Talk(GroupTalkId id) => $"/partners/talks/{id.Value}";

    public static string Season(UnitId unit) => $"/partners/seasons/{unit.Value}";
}

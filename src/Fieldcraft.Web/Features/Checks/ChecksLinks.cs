using Fieldcraft.Domain.Checks;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>Every address of the checks: the owner's, and the rater's without an account.</summary>
public static class ChecksLinks
{
    public const string List = "/growth/checks";
    public const string Start = "/growth/checks/new";

    /// <summary>Where goals are chosen from what was said.</summary>
    public const string Gaps = "/growth/gaps";

    /// <summary>A talk about the report, with a coach or a trained facilitator.</summary>
    public static readonly string Coach = Partners.PartnersLinks.AskAs(Domain.Partners.PartnerKind.Coach);

    public static string One(LeadershipCheckId id) => $"/growth/checks/{id.Value}";

    public static string Raters(LeadershipCheckId id) => $"/growth/checks/{id.Value}/raters";

    public static string Launch(LeadershipCheckId id) => $"/growth/checks/{id.Value}/launch";

    /// <summary>The link and the code that the owner hands to one rater.</summary>
    public static string HandOver(LeadershipCheckId id, RaterInvitationId rater) => $"/growth/checks/{id.Value}/raters/{rater.Value}";

    /// <summary>From a notice to the form; only for the person who is asked.</summary>
    public static string Asked(RaterInvitationId rater) => $"/growth/checks/asked/{rater.Value}";

    public static string Answer(string secret) => $"/r/{secret}";
}

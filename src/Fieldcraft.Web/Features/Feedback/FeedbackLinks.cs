using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Plans;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>Every address of the feedback room: the owner's, and the giver's without an account.</summary>
public static class FeedbackLinks
{
    public const string List = "/feedback";
    public const string Ask = "/feedback/new";
    public const string Thanks = "/f/thanks";
    public const string HandBack = "/f/hand-back";

    public static string AskAbout(ExperimentId experiment) => $"/feedback/new?experiment={experiment.Value}";

    public static string Request(FeedbackRequestId id) => $"/feedback/{id.Value}";

    public static string Code(FeedbackRequestId id) => $"/feedback/{id.Value}/code";

    public static string After(FeedbackRequestId id) => $"/feedback?after={id.Value}";

    public static string Give(string secret) => $"/f/{secret}";

    /// <summary>The same page on the owner's own phone; afterwards it asks for the phone to be handed back.</summary>
    public static string GiveHere(string secret) => $"/f/{secret}?here=true";
}

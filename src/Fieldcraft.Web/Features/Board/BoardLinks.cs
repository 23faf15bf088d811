using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Plans;

namespace Fieldcraft.Web.Features.Board;

/// <summary>Every address of the opportunity board.</summary>
public static class BoardLinks
{
    public const string List = "/board";
    public const string New = "/board/new";
    public const string Conversations = "/board/conversations";
    public const string Trials = "/board/trials";
    public const string NewTrial = "/board/trials/new";
    public const string WhenSomeoneComes = "/board/when-someone-comes";

    public static string Posting(PostingId id) => $"/board/{id.Value}";

    public static string Change(PostingId id) => $"/board/{id.Value}/change";

    /// <summary>The posting is everybody's, and what stands under this address is the viewer's own: hence no id in its way.</summary>
    public static string Ask(PostingId id) => $"/board/ask?posting={id.Value}";

    public static string Conversation(InterestId id) => $"/board/conversations/{id.Value}";

    public static string Trial(TrialNoticeId id) => $"/board/trials/{id.Value}";

    public static string ChangeTrial(TrialNoticeId id) => $"/board/trials/{id.Value}/change";

    /// <summary>Tells the own manager of the trial of an opportunity.</summary>
    public static string NewTrialOf(Guid opportunity) => $"{NewTrial}?origin={opportunity}";

    public static string NewTrialOf(PostingId posting) => $"{NewTrial}?posting={posting.Value}";

    /// <summary>A new posting that begins with what a plan holds for somebody else.</summary>
    public static string NewFrom(PlanId plan) => $"{New}?plan={plan.Value}";

    public static string Of(string? kind, string? capability, PostingId? after = null)
    {
        var asked = new List<string>();
        Add("kind", kind);
        Add("capability", capability);
        Add("after", after?.Value.ToString());
        return asked.Count == 0 ? List : $"{List}?{string.Join('&', asked)}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                asked.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}

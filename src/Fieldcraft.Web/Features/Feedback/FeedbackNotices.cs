using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>What the room of feedback tells people. Declining is told to nobody.</summary>
public static class FeedbackNotices
{
    public static readonly NoticeKind Answered = new("feedback.notice.answered", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Answered];
}

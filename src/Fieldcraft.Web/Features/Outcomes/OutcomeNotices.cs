using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Outcomes;

/// <summary>What leaders are told about success cases.</summary>
public static class OutcomeNotices
{
    public static readonly NoticeKind CaseAsked = new("outcomes.notice.asked", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind StoryWritten = new("outcomes.notice.written", Telling.AtOnce, IsRequest: true);

    public static readonly IReadOnlyList<NoticeKind> All = [CaseAsked, StoryWritten];
}

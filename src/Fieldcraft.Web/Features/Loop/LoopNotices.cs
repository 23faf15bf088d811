using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>What people are told about ideas of teams.</summary>
public static class LoopNotices
{
    public static readonly NoticeKind Submitted = new("loop.notice.submitted", Telling.InDigest);
    public static readonly NoticeKind Forwarded = new("loop.notice.forwarded", Telling.InDigest);
    public static readonly NoticeKind PassedUp = new("loop.notice.passed_up", Telling.AtOnce);
    public static readonly NoticeKind Late = new("loop.notice.late", Telling.AtOnce);
    public static readonly NoticeKind Answered = new("loop.notice.answered", Telling.AtOnce);
    public static readonly NoticeKind Corrected = new("loop.notice.corrected", Telling.AtOnce);
    public static readonly NoticeKind Presents = new("loop.notice.presents", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Submitted, Forwarded, PassedUp, Late, Answered, Corrected, Presents];
}

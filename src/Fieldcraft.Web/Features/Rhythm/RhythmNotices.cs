namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>What the rhythm itself tells. Nudges have rules of their own; here is only how they are told.</summary>
public static class RhythmNotices
{
    public static readonly NoticeKind Nudge = new("nudge.notice", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Nudge];
}

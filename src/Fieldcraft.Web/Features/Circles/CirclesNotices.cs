using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>What people are told about circles.</summary>
public static class CirclesNotices
{
    public static readonly NoticeKind Invited = new("circles.notice.invited", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind Joined = new("circles.notice.joined", Telling.InDigest);
    public static readonly NoticeKind Left = new("circles.notice.left", Telling.InDigest);
    public static readonly NoticeKind MeetingSet = new("circles.notice.meeting_set", Telling.AtOnce);
    public static readonly NoticeKind Ended = new("circles.notice.ended", Telling.InDigest);

    public static readonly IReadOnlyList<NoticeKind> All = [Invited, Joined, Left, MeetingSet, Ended];
}

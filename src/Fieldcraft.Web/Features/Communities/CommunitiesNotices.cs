using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>What people are told about communities.</summary>
public static class CommunitiesNotices
{
    public static readonly NoticeKind MeetingSet = new("communities.notice.meeting_set", Telling.InDigest);
    public static readonly NoticeKind CalledOff = new("communities.notice.called_off", Telling.AtOnce);
    public static readonly NoticeKind HandedOn = new("communities.notice.handed_on", Telling.AtOnce);
    public static readonly NoticeKind Closed = new("communities.notice.closed", Telling.InDigest);

    public static readonly IReadOnlyList<NoticeKind> All = [MeetingSet, CalledOff, HandedOn, Closed];
}

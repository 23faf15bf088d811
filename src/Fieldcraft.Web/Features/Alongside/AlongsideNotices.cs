using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>What the room tells guests and hosts.</summary>
public static class AlongsideNotices
{
    public static readonly NoticeKind Asked = new("alongside.notice.asked", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind Agreed = new("alongside.notice.agreed", Telling.AtOnce);
    public static readonly NoticeKind Declined = new("alongside.notice.declined", Telling.AtOnce);
    public static readonly NoticeKind CalledOff = new("alongside.notice.called_off", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Asked, Agreed, Declined, CalledOff];
}

using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>What people are told about previews and coaching groups.</summary>
public static class ReadinessNotices
{
    public static readonly NoticeKind Invited = new("ready.notice.invited", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind SeatFree = new("ready.notice.seat_free", Telling.AtOnce);
    public static readonly NoticeKind Moved = new("ready.notice.moved", Telling.AtOnce);
    public static readonly NoticeKind Cancelled = new("ready.notice.cancelled", Telling.AtOnce);
    public static readonly NoticeKind Released = new("ready.notice.released", Telling.AtOnce);
    public static readonly NoticeKind Holds = new("ready.notice.holds", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind Cleared = new("ready.notice.cleared", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Invited, SeatFree, Moved, Cancelled, Released, Holds, Cleared];
}

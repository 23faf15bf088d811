using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>What people are told about their sessions.</summary>
public static class TeachingSessionsNotices
{
    public static readonly NoticeKind Slot = new("sessions.notice.slot", Telling.AtOnce);
    public static readonly NoticeKind Moved = new("sessions.notice.moved", Telling.AtOnce);
    public static readonly NoticeKind Cancelled = new("sessions.notice.cancelled", Telling.AtOnce);
    public static readonly NoticeKind Leads = new("sessions.notice.leads", Telling.AtOnce);
    public static readonly NoticeKind SwapAsked = new("sessions.notice.swap_asked", Telling.InDigest);
    public static readonly NoticeKind SwapSettled = new("sessions.notice.swap_settled", Telling.AtOnce);
    public static readonly NoticeKind Away = new("sessions.notice.away", Telling.AtOnce);
    public static readonly NoticeKind NotHeld = new("sessions.notice.not_held", Telling.AtOnce);
    public static readonly NoticeKind HandedOver = new("sessions.notice.handed_over", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        Slot,
        Moved,
        Cancelled,
        Leads,
        SwapAsked,
        SwapSettled,
        Away,
        NotHeld,
        HandedOver,
    ];
}

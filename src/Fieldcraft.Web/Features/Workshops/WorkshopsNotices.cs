using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>What people are told about workshops.</summary>
public static class WorkshopsNotices
{
    public static readonly NoticeKind Invited = new("workshops.notice.invited", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind Joined = new("workshops.notice.joined", Telling.InDigest);
    public static readonly NoticeKind Left = new("workshops.notice.left", Telling.InDigest);
    public static readonly NoticeKind MovedUp = new("workshops.notice.moved_up", Telling.AtOnce);
    public static readonly NoticeKind Changed = new("workshops.notice.changed", Telling.AtOnce);
    public static readonly NoticeKind CalledOff = new("workshops.notice.called_off", Telling.AtOnce);
    public static readonly NoticeKind Second = new("workshops.notice.second", Telling.AtOnce);
    public static readonly NoticeKind SlotBooked = new("workshops.notice.slot_booked", Telling.AtOnce);
    public static readonly NoticeKind SlotFreed = new("workshops.notice.slot_freed", Telling.AtOnce);
    public static readonly NoticeKind Trio = new("workshops.notice.trio", Telling.AtOnce);
    public static readonly NoticeKind Review = new("workshops.notice.review", Telling.AtOnce);
    public static readonly NoticeKind SecondCheck = new("workshops.notice.second_check", Telling.AtOnce);
    public static readonly NoticeKind ThirdCheck = new("workshops.notice.third_check", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        Invited,
        Joined,
        Left,
        MovedUp,
        Changed,
        CalledOff,
        Second,
        SlotBooked,
        SlotFreed,
        Trio,
        Review,
        SecondCheck,
        ThirdCheck,
    ];
}

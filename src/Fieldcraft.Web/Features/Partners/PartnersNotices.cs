using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>What partners are told. Nobody else is told anything of a partnership.</summary>
public static class PartnersNotices
{
    public static readonly NoticeKind Asked = new("partners.notice.asked", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind SaidYes = new("partners.notice.said_yes", Telling.AtOnce);
    public static readonly NoticeKind NotNow = new("partners.notice.not_now", Telling.InDigest);
    public static readonly NoticeKind ToConfirm = new("partners.notice.to_confirm", Telling.AtOnce);
    public static readonly NoticeKind Agreed = new("partners.notice.agreed", Telling.InDigest);
    public static readonly NoticeKind Moved = new("partners.notice.moved", Telling.AtOnce);
    public static readonly NoticeKind NoFirst = new("partners.notice.no_first", Telling.InDigest);
    public static readonly NoticeKind Missed = new("partners.notice.missed", Telling.InDigest);
    public static readonly NoticeKind Ended = new("partners.notice.ended", Telling.InDigest);
    public static readonly NoticeKind Over = new("partners.notice.over", Telling.InDigest);
    public static readonly NoticeKind Thanks = new("partners.notice.thanks", Telling.InDigest);
    public static readonly NoticeKind GroupTalk = new("partners.notice.group_talk", Telling.AtOnce, IsRequest: true);

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        Asked,
        SaidYes,
        NotNow,
        ToConfirm,
        Agreed,
        Moved,
        NoFirst,
        Missed,
        Ended,
        Over,
        Thanks,
        GroupTalk,
    ];
}

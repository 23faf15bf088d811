using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>What checks tell people. That somebody answered or declined is told to nobody.</summary>
public static class ChecksNotices
{
    public static readonly NoticeKind Asked = new("checks.notice.asked", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind Reminded = new("checks.notice.reminded", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind Closed = new("checks.notice.closed", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Asked, Reminded, Closed];
}

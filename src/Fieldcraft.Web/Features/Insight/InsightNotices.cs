using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Insight;

internal static class InsightNotices
{
    public static readonly NoticeKind HeldBack = new("insight.view.notice.held_back", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [HeldBack];
}

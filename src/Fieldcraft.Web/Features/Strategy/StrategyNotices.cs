using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Strategy;

internal static class StrategyNotices
{
    public static readonly NoticeKind RequestAnswered = new("strategy.notice.request_answered", Telling.AtOnce);
    public static readonly NoticeKind HelpNeeded = new("strategy.notice.help_needed", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [RequestAnswered, HelpNeeded];
}

using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Pulses;

internal static class PulsesNotices
{
    public static readonly NoticeKind Asked = new("pulses.notice.asked", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Asked];
}

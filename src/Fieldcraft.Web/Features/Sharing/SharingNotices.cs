using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>What the sharing room tells people.</summary>
public static class SharingNotices
{
    public static readonly NoticeKind Shared = new("sharing.notice.shared", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Shared];
}

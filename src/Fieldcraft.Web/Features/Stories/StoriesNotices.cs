using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>What the room tells people. None asks for more time than reading what one has told.</summary>
public static class StoriesNotices
{
    /// <summary>To the teller: what was told is written down.</summary>
    public static readonly NoticeKind HandedOver = new("stories.notice.handed_over", Telling.AtOnce);

    /// <summary>To the interviewer: the teller has allowed a use. A withdrawal is told to nobody.</summary>
    public static readonly NoticeKind Decided = new("stories.notice.decided", Telling.InDigest);

    public static readonly IReadOnlyList<NoticeKind> All = [HandedOver, Decided];
}

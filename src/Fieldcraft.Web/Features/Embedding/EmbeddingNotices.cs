using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>What people are told: only what is asked of them, and the answer to what they asked. A tip tells nobody anything.</summary>
public static class EmbeddingNotices
{
    public static readonly NoticeKind Keeper = new("embedding.notice.keeper", Telling.InDigest, IsRequest: true);
    public static readonly NoticeKind Award = new("embedding.notice.award", Telling.AtOnce, IsRequest: true);
    public static readonly NoticeKind Look = new("embedding.notice.look", Telling.InDigest, IsRequest: true);

    public static readonly IReadOnlyList<NoticeKind> All = [Keeper, Award, Look];
}

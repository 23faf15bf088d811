using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.SharedIdeas;

/// <summary>Who may see ideas and links: the owner of the shared item. Whoever added an idea does not see it again.</summary>
public static class IdeasAccess
{
    public static IQueryable<Idea> VisibleTo(this IQueryable<Idea> ideas, Viewer viewer)
    {
        var me = viewer.PersonId;
        return ideas.Where(i => i.OwnerId == me);
    }

    public static IQueryable<OutsideCopy> VisibleTo(this IQueryable<OutsideCopy> copies, Viewer viewer)
    {
        var me = viewer.PersonId;
        return copies.Where(c => c.OwnerId == me);
    }

    /// <summary>What ideas can be added to: one's own work, not a page of a journal.</summary>
    public static bool TakesIdeas(this SharedItemKind kind) =>
        kind is SharedItemKind.Plan or SharedItemKind.Assignment or SharedItemKind.Experiment;
}

public static class IdeasNotices
{
    public static readonly NoticeKind Arrived = new("ideas.notice.arrived", Telling.InDigest);
    public static readonly NoticeKind ArrivedFromOutside = new("ideas.notice.arrived_outside", Telling.InDigest);

    public static readonly IReadOnlyList<NoticeKind> All = [Arrived, ArrivedFromOutside];
}

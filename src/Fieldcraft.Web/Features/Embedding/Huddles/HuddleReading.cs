using Fieldcraft.Domain.Embedding;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Embedding.Boards;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding.Huddles;

/// <summary>This week's huddle.</summary>
public sealed record HuddleSheet(OpenedModule Module, IReadOnlyList<HuddleItem> Items);

/// <summary>Makes the agenda of this week's huddle out of the newest module, the team's action and the answer to an idea.</summary>
public sealed class HuddleReading(FieldcraftDb db, KeptSites sites, IEnumerable<IBoardIdeas> ideas)
{
    /// <returns>Null while no module has begun at the site.</returns>
    public async Task<HuddleSheet?> OfAsync(Site site, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        if (await sites.NewestAsync(site, today, cancellationToken) is not { } newest)
        {
            return null;
        }

        var idea = ideas.FirstOrDefault() is { } loop ? await loop.NewestAnswerAsync(site.Id, cancellationToken) : null;
        return new HuddleSheet(
            newest.Module,
            HuddleAgenda.Of(
                newest.Content,
                viewer.Language,
                newest.Module.WeekOn(today),
                await ActionAsync(site, viewer, cancellationToken),
                idea?.Answer
            )
        );
    }

    /// <summary>The newest action of the viewer's own team; who leads none, or a team without one, takes one of the site.</summary>
    private async Task<string?> ActionAsync(Site site, Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var action = await db
            .TeamActions.AsNoTracking()
            .Where(a => a.SiteId == site.Id && !a.Looks.Any(l => l.Answer == LookAnswer.Dropped))
            .OrderByDescending(a => a.LeaderId == me)
            .ThenByDescending(a => a.AgreedAt)
            .ThenByDescending(a => a.Id)
            .Include(a => a.Looks)
            .AsSingleQuery()
            .FirstOrDefaultAsync(cancellationToken);
        return action?.Now;
    }
}

using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Opportunities.Own;

internal static class RemovingWithLinks
{
    /// <summary>Removes something of one's own with all that was sent about it, and every key of it.</summary>
    /// <param name="sent">What was sent about it; its rows go with it.</param>
    public static async Task<SaveResult> RemoveAsync<T>(
        this FieldcraftDb db,
        Vault vault,
        T? found,
        Guid document,
        int version,
        IQueryable<CustomerLink> sent,
        Action<T> tell,
        CancellationToken cancellationToken
    )
        where T : class, IAggregate
    {
        var links = await sent.Select(l => l.Id).ToListAsync(cancellationToken);
        var removed = await db.RemoveAsync(vault, found, document, version, tell, cancellationToken);
        foreach (var link in removed.IsSaved ? links : [])
        {
            await vault.DestroyAsync(link.Value, cancellationToken);
        }

        return removed;
    }
}

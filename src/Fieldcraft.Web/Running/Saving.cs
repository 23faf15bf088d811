using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Running;

internal static class Saving
{
    /// <summary>
    /// Saves, unless somebody changed the same, or added a row of the same key, at this moment: then nothing is kept, and the caller looks again. An outage is
    /// no such meeting, and goes on to whoever tells of it.
    /// </summary>
    public static async Task<bool> TryAddAsync(this FieldcraftDb db, CancellationToken cancellationToken)
    {
        try
        {
            return await db.TrySaveAsync(cancellationToken);
        }
        catch (DbUpdateException wrong) when (!Outage.Is(wrong))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}

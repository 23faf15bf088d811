using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>
/// Takes the readers' wraps of a share away once its time is over or its owner ended it. Readers are shut out by the date before that; this makes
/// sure that the key is gone as well, also from every later restore of an older backup.
/// </summary>
internal sealed class ExpireShare(FieldcraftDb db, Vault vault, TimeProvider clock) : IJob
{
    public const string JobKind = "share.expire";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = ShareId.From(Guid.ParseExact(job.Payload!, "D"));
        if (await db.Shares.AsNoTracking().Include(s => s.Readers).FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } share)
        {
            return;
        }

        var isOpen = share.IsOpenAt(clock.GetUtcNow());
        foreach (var reader in share.Readers.Where(r => !isOpen || r.TakenAwayAt is not null))
        {
            if (await db.KeyWraps.AnyAsync(w => w.DocumentId == id.Value && w.ReaderId == reader.ReaderId.Value, cancellationToken))
            {
                await vault.ExpelAsync(id.Value, reader.ReaderId, cancellationToken);
            }
        }
    }
}

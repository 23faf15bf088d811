using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>Sharing and ending, the same for pages and API.</summary>
public sealed class SharingActions(
    FieldcraftDb db,
    Vault vault,
    Notices notices,
    Words words,
    IEnumerable<IShareable> shareables,
    TimeProvider clock
)
{
    public IShareable? Of(SharedItemKind kind) => shareables.FirstOrDefault(s => s.Kind == kind);

    /// <summary>Seals a copy for the owner and the readers, tells the readers, and queues the end.</summary>
    /// <param name="until">The last day, in the owner's time zone.</param>
    public async Task<ShareId> ShareAsync(
        Viewer viewer,
        SharedItemKind kind,
        Guid item,
        SharedCopy copy,
        IReadOnlyCollection<PersonId> readers,
        DateOnly until,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var id = Id.New<ShareId>(now);
        var endsAt = StartOf(until.AddDays(1));
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(Share.With(id, viewer.PersonId, kind, item, copy.Title, SharingReading.Packed(copy), readers, endsAt, sealer, now));
        foreach (var reader in readers)
        {
            await vault.AdmitAsync(viewer.PersonId, id.Value, reader, cancellationToken);
            notices.Tell(reader, SharingNotices.Shared, SharingLinks.Copy(id), viewer.PersonId);
        }

        Queue(id, "end", endsAt);
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>Ends an own share now, for everybody or for one reader.</summary>
    /// <returns>False when the viewer owns no such share.</returns>
    public async Task<bool> EndAsync(Viewer viewer, ShareId id, PersonId? reader, CancellationToken cancellationToken)
    {
        if (
            await db.Shares.VisibleTo(viewer).Include(s => s.Readers).FirstOrDefaultAsync(s => s.Id == id, cancellationToken)
            is not { } share
        )
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (reader is { } one)
        {
            share.TakeAwayFrom(one, now);
        }
        else
        {
            share.End(now);
        }

        // The state shuts it at once. Should the program stop before the wraps are gone, the queue takes them away.
        Queue(id, Guid.CreateVersion7(now).ToString("n"), now);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var gone in share.Readers.Where(r => r.TakenAwayAt is not null || share.EndedAt is not null))
        {
            await vault.ExpelAsync(id.Value, gone.ReaderId, cancellationToken);
        }

        return true;
    }

    private void Queue(ShareId id, string key, DateTimeOffset due) =>
        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Kind = ExpireShare.JobKind,
                Key = $"{id.Value:n}.{key}",
                Payload = id.Value.ToString("D"),
                DueAt = due,
            }
        );

    private DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, words.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}

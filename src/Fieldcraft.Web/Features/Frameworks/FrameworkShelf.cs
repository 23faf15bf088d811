using System.Collections.Concurrent;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>
/// Keeps editions that were read: a published one never changes. Which of them is in use is believed for a minute, because another node may publish
/// one; the node that publishes knows at once.
/// </summary>
public sealed class FrameworkShelf(Catalogue standard)
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<FrameworkEditionId, Catalogue> _read = new([new(standard.Id, standard)]);
    private (FrameworkEditionId Id, DateTimeOffset Until)? _inUse;

    /// <summary>The catalogue that comes with the product.</summary>
    public Catalogue Default => standard;

    /// <summary>The last catalogue known to be in use, for who cannot wait for a look; every request of somebody signed in takes that look first.</summary>
    public Catalogue Current => _inUse is { } known && Read(known.Id) is { } catalogue ? catalogue : standard;

    internal Catalogue? Read(FrameworkEditionId id) => _read.GetValueOrDefault(id);

    internal void Keep(Catalogue catalogue) => _read[catalogue.Id] = catalogue;

    internal FrameworkEditionId? InUseAt(DateTimeOffset now) => _inUse is { } known && known.Until > now ? known.Id : null;

    internal void Believe(FrameworkEditionId id, DateTimeOffset now) => _inUse = (id, now + Believed);

    /// <summary>A new edition was published here.</summary>
    internal void Forget() => _inUse = null;

    internal bool IsDefault(string capability) => standard.Find(capability) is not null;
}

/// <summary>The line of an edition in the list of all.</summary>
/// <param name="PublishedAt">Null for the default, which holds from the start, and for a draft.</param>
/// <param name="By">Who published it; null for the default and for somebody who was erased.</param>
public sealed record EditionLine(
    FrameworkEditionId Id,
    int Number,
    bool IsDraft,
    DateTimeOffset? PublishedAt,
    string? By,
    string? Note,
    int Version
);

/// <summary>The editions of the framework, for whoever needs one.</summary>
public sealed class FrameworkReading(FieldcraftDb db, FrameworkShelf shelf, TimeProvider clock)
{
    /// <summary>The edition in use: the newest published one, or the default.</summary>
    public async Task<Catalogue> InUseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (shelf.InUseAt(now) is { } known && shelf.Read(known) is { } kept)
        {
            return kept;
        }

        var newest = await db
            .FrameworkEditions.AsNoTracking()
            .Where(e => e.PublishedAt != null)
            .OrderByDescending(e => e.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var catalogue = newest is null ? shelf.Default : Kept(newest);
        shelf.Believe(catalogue.Id, now);
        return catalogue;
    }

    /// <summary>The edition something was made with; null when there is none of this id, or it was never published.</summary>
    public async Task<Catalogue?> FindAsync(FrameworkEditionId id, CancellationToken cancellationToken)
    {
        if (shelf.Read(id) is { } kept)
        {
            return kept;
        }

        var edition = await db
            .FrameworkEditions.AsNoTracking()
            .FirstOrDefaultAsync(e => e.Id == id && e.PublishedAt != null, cancellationToken);
        return edition is null ? null : Kept(edition);
    }

    /// <summary>Every edition, newest first; the default is the last. The draft is among them for those who may design.</summary>
    public async Task<IReadOnlyList<EditionLine>> EditionsAsync(bool withDraft, CancellationToken cancellationToken)
    {
        var own = await db
            .FrameworkEditions.AsNoTracking()
            .Where(e => withDraft || e.PublishedAt != null)
            .OrderByDescending(e => e.Number)
            .Select(e => new EditionLine(
                e.Id,
                e.Number,
                e.PublishedAt == null,
                e.PublishedAt,
                db.People.Where(p => p.Id == e.PublishedById)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                e.Note,
                e.Version
            ))
            .ToListAsync(cancellationToken);
        return [.. own, new EditionLine(shelf.Default.Id, shelf.Default.Number, false, null, null, null, 1)];
    }

    private Catalogue Kept(FrameworkEdition edition)
    {
        var catalogue = new Catalogue(edition.Id, edition.Number, FrameworkContent.FromJson(edition.Content));
        shelf.Keep(catalogue);
        return catalogue;
    }
}

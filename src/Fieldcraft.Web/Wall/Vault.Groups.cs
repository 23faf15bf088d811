using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Wall;

/// <summary>Several copies for several readers at once, as when a group reveals what its members wanted to show.</summary>
public sealed partial class Vault
{
    /// <summary>
    /// Gives each reader a wrap of each copy that they do not hold yet; saved with the next save. Opens nothing: whoever asks for it needs no right to
    /// read. Copies and readers that were erased meanwhile are left out.
    /// </summary>
    public async Task AdmitAllAsync(
        IReadOnlyCollection<SealedText> copies,
        IReadOnlyCollection<PersonId> readers,
        CancellationToken cancellationToken
    )
    {
        var owners = copies.DistinctBy(c => c.Document).ToDictionary(c => c.Document, c => PersonId.From(c.Owner));
        var documents = owners.Keys.ToArray();
        if (documents.Length == 0)
        {
            return;
        }

        var wraps = await db.KeyWraps.AsNoTracking().Where(w => documents.Contains(w.DocumentId)).ToListAsync(cancellationToken);
        wraps.AddRange(db.KeyWraps.Local.Where(w => owners.ContainsKey(w.DocumentId)));
        var held = wraps.Select(w => (w.DocumentId, w.ReaderId)).ToHashSet();
        foreach (var (document, owner) in owners)
        {
            if (
                wraps.Find(w => w.DocumentId == document && w.ReaderId == owner.Value) is not { } own
                || await keys.KeyOfAsync(owner, cancellationToken) is not { } ownerKey
            )
            {
                continue;
            }

            var documentKey = KeyWrapping.Unwrap(ownerKey, own.Wrapped, PurposeOf(document, owner.Value));
            foreach (var reader in readers.Where(r => held.Add((document, r.Value))))
            {
                if (await keys.KeyOfAsync(reader, cancellationToken) is { } readerKey)
                {
                    db.KeyWraps.Add(WrapFor(owner, reader, document, documentKey, readerKey, clock.GetUtcNow()));
                }
            }
        }
    }
}

using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Wall;

/// <summary>Takes a person out for good, and takes out again what a restored backup brought back.</summary>
public static class Erasing
{
    private const int DocumentsAtOnce = 500;

    /// <summary>Destroys the person's key first, so that nothing of theirs can be read from that moment on; then the rows go.</summary>
    public static async Task ErasePersonAsync(FieldcraftDb db, KeyStore keys, PersonId person, CancellationToken cancellationToken)
    {
        await keys.EraseAsync(person, cancellationToken);
        var rounds = await db
            .LeadershipChecks.Where(c => c.OwnerId == person && c.RoundId != null)
            .Select(c => c.RoundId!.Value)
            .ToListAsync(cancellationToken);
        foreach (var round in rounds)
        {
            await keys.DestroyRoundAsync(round, cancellationToken);
        }

        await RemoveRowsAsync(db, person, cancellationToken);
    }

    /// <returns>How many erasures of the list found something to take out.</returns>
    public static async Task<int> ApplyAgainAsync(FieldcraftDb db, KeyStore keys, CancellationToken cancellationToken)
    {
        const string Wrap = "wrap:";
        var applied = 0;
        var documents = new List<Guid>();
        var rounds = new List<Guid>();
        foreach (var erasure in await keys.ErasuresAsync(cancellationToken))
        {
            if (erasure.Kind == "person")
            {
                applied += await RemoveRowsAsync(db, PersonId.From(erasure.Subject), cancellationToken) ? 1 : 0;
                continue;
            }

            if (erasure.Kind == KeyStore.RoundErasure)
            {
                rounds.Add(erasure.Subject);
                continue;
            }

            if (erasure.Kind == "document")
            {
                documents.Add(erasure.Subject);
            }

            var wraps = db.KeyWraps.Where(w => w.DocumentId == erasure.Subject);
            if (erasure.Kind.StartsWith(Wrap, StringComparison.Ordinal))
            {
                var reader = Guid.ParseExact(erasure.Kind[Wrap.Length..], "N");
                wraps = wraps.Where(w => w.ReaderId == reader);
            }

            applied += await db.WriteAsync(() => wraps.ExecuteDeleteAsync(cancellationToken), cancellationToken) > 0 ? 1 : 0;
        }

        foreach (var some in documents.Chunk(DocumentsAtOnce))
        {
            await RemoveReadableAsync(db, some, cancellationToken);
        }

        foreach (var some in rounds.Chunk(DocumentsAtOnce))
        {
            applied += await CallRoundsOffAsync(db, some, cancellationToken);
        }

        return applied;
    }

    /// <summary>
    /// A round that was closed after the backup lies open in it, and its answers open for nobody any more: it is as if it had been called off. Its report was
    /// written after the backup and is lost with what else was.
    /// </summary>
    private static Task<int> CallRoundsOffAsync(FieldcraftDb db, IReadOnlyList<Guid> rounds, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                var checks = db.LeadershipChecks.Where(c => c.RoundId != null && rounds.Contains(c.RoundId.Value));
                var ids = await checks.Select(c => c.Id).ToListAsync(cancellationToken);
                await db.RaterAnswers.Where(a => ids.Contains(a.CheckId)).ExecuteDeleteAsync(cancellationToken);
                await db
                    .RaterInvitations.Where(i => ids.Contains(i.CheckId))
                    .ExecuteUpdateAsync(
                        i =>
                            i.SetProperty(x => x.SecretHash, (byte[]?)null)
                                .SetProperty(x => x.Delivery, (SealedText?)null)
                                .SetProperty(x => x.Link, (SealedText?)null),
                        cancellationToken
                    );
                return await checks.ExecuteUpdateAsync(
                    c =>
                        c.SetProperty(x => x.RoundId, (Guid?)null)
                            .SetProperty(x => x.LaunchedAt, (DateTimeOffset?)null)
                            .SetProperty(x => x.ClosesOn, (DateOnly?)null),
                    cancellationToken
                );
            },
            cancellationToken
        );

    /// <summary>What stands readable beside a sealed document goes with the document's key: a story that its teller took back, and that somebody had entered a talk they left.</summary>
    private static Task<int> RemoveReadableAsync(FieldcraftDb db, IReadOnlyList<Guid> documents, CancellationToken cancellationToken)
    {
        var stories = documents.Select(StoryId.From).ToList();
        var entries = documents.Select(EntryId.From).ToList();
        return db.WriteAsync(
            async () =>
                await db
                    .GrowthStories.Where(s => stories.Contains(s.Id) && s.Consent != StoryConsent.Withdrawn)
                    .ExecuteDeleteAsync(cancellationToken)
                + await db.StaffingEntries.Where(e => entries.Contains(e.Id)).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Everything a person owns hangs on the person's row and goes with it; the rest names the person by id only.</summary>
    private static Task<bool> RemoveRowsAsync(FieldcraftDb db, PersonId person, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                await db.KeyWraps.Where(w => w.OwnerId == person.Value || w.ReaderId == person.Value).ExecuteDeleteAsync(cancellationToken);
                await db.Events.Where(e => e.OwnerId == person.Value).ExecuteDeleteAsync(cancellationToken);
                await db
                    .Units.Where(u => u.LeadId == person)
                    .ExecuteUpdateAsync(u => u.SetProperty(x => x.LeadId, (PersonId?)null), cancellationToken);
                return await db.People.Where(p => p.Id == person).ExecuteDeleteAsync(cancellationToken) > 0;
            },
            cancellationToken
        );
}

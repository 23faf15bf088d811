using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Frameworks;

public enum DraftSave
{
    Saved,
    NotFound,

    /// <summary>Somebody else changed the same part, or published or discarded the draft, meanwhile.</summary>
    Meanwhile,

    /// <summary>The content would not be usable; the problems say why.</summary>
    Unusable,
}

/// <summary>How a write ended.</summary>
/// <param name="Draft">The draft as it stands now; null when there is none.</param>
public sealed record DraftSaved(DraftSave Save, OpenDraft? Draft, IReadOnlyList<InputProblem> Problems);

/// <summary>The draft, to look at.</summary>
public sealed record OpenDraft(FrameworkEditionId Id, int Number, int Version, DateTimeOffset StartedAt, FrameworkContent Content)
{
    internal static OpenDraft Of(FrameworkEdition edition) =>
        new(edition.Id, edition.Number, edition.Version, edition.StartedAt, FrameworkContent.FromJson(edition.Content));

    /// <summary>The draft as a catalogue, so that it is shown as it will be read.</summary>
    public Catalogue ToCatalogue() => new(Id, Number, Content);
}

/// <summary>Starts, writes, publishes and discards the draft, the same for pages and API. There is one draft at a time.</summary>
public sealed class FrameworkDesk(FieldcraftDb db, FrameworkReading reading, FrameworkShelf shelf, Viewer viewer, TimeProvider clock)
{
    private const int Tries = 3;

    public async Task<OpenDraft?> DraftAsync(CancellationToken cancellationToken) =>
        await db.FrameworkEditions.AsNoTracking().FirstOrDefaultAsync(e => e.PublishedAt == null, cancellationToken) is { } edition
            ? OpenDraft.Of(edition)
            : null;

    /// <summary>Starts a draft from the edition in use, or from a content of a file. Refused: <c>framework-draft-exists</c>.</summary>
    public async Task<Outcome<OpenDraft>> StartAsync(FrameworkContent? content, CancellationToken cancellationToken)
    {
        if (await db.FrameworkEditions.AnyAsync(e => e.PublishedAt == null, cancellationToken))
        {
            return new Refusal("framework-draft-exists");
        }

        // What another node published a moment ago counts: the number of the draft follows from it.
        shelf.Forget();
        var inUse = await reading.InUseAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var edition = FrameworkEdition.Start(
            Id.New<FrameworkEditionId>(now),
            inUse.Number + 1,
            inUse.Id,
            content ?? inUse.Content,
            viewer.PersonId,
            now
        );
        db.Add(edition);
        // Two who start at one moment meet at the unique number.
        if (await db.TryAddAsync(cancellationToken))
        {
            return OpenDraft.Of(edition);
        }

        return new Refusal("framework-draft-exists");
    }

    /// <summary>Writes a part of the draft, unless it is no longer as it was seen.</summary>
    /// <param name="isAsSeen">Whether the draft still says what the writer had before them.</param>
    public async Task<DraftSaved> WriteAsync(
        Func<FrameworkEdition, FrameworkContent, bool> isAsSeen,
        Func<FrameworkContent, FrameworkContent> write,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await db.FrameworkEditions.FirstOrDefaultAsync(e => e.PublishedAt == null, cancellationToken) is not { } edition)
            {
                return new DraftSaved(DraftSave.NotFound, null, []);
            }

            var content = FrameworkContent.FromJson(edition.Content);
            if (!isAsSeen(edition, content))
            {
                return new DraftSaved(DraftSave.Meanwhile, OpenDraft.Of(edition), []);
            }

            var written = write(content);
            if (written.Problems(shelf.IsDefault) is { Count: > 0 } problems)
            {
                return new DraftSaved(DraftSave.Unusable, OpenDraft.Of(edition), problems);
            }

            edition.Rewrite(written, viewer.PersonId, clock.GetUtcNow());
            if (await db.TrySaveAsync(cancellationToken))
            {
                return new DraftSaved(DraftSave.Saved, OpenDraft.Of(edition), []);
            }
        }

        return new DraftSaved(DraftSave.Meanwhile, await DraftAsync(cancellationToken), []);
    }

    /// <summary>Publishes the draft as it was seen. Refused: as <see cref="FrameworkEdition.Publish"/>, and <c>framework-changed-meanwhile</c>.</summary>
    /// <returns>Null when there is no such draft.</returns>
    public async Task<Outcome?> PublishAsync(FrameworkEditionId id, int version, string? note, CancellationToken cancellationToken)
    {
        if (await db.FrameworkEditions.FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } edition)
        {
            return null;
        }

        if (edition.IsDraft && edition.Version != version)
        {
            return new Refusal("framework-changed-meanwhile");
        }

        var inUse = await reading.InUseAsync(cancellationToken);
        if (edition.Publish(inUse.Content, note, viewer.PersonId, clock.GetUtcNow()) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (!await db.TrySaveAsync(cancellationToken))
        {
            return new Refusal("framework-changed-meanwhile");
        }

        shelf.Forget();
        await reading.InUseAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Discards the draft as it was seen; nothing of it is kept. Refused: <c>framework-published</c>, <c>framework-changed-meanwhile</c>.</summary>
    /// <returns>Null when there is no such draft.</returns>
    public async Task<Outcome?> DiscardAsync(FrameworkEditionId id, int version, CancellationToken cancellationToken)
    {
        if (await db.FrameworkEditions.FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } edition)
        {
            return null;
        }

        if (edition.IsDraft && edition.Version != version)
        {
            return new Refusal("framework-changed-meanwhile");
        }

        if (edition.Discard(viewer.PersonId, clock.GetUtcNow()) is { IsRefused: true } refused)
        {
            return refused;
        }

        db.Remove(edition);
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("framework-changed-meanwhile");
    }
}

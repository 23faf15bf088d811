using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>Makes, takes in, captions and removes media, the same for pages and API. Null: not there, or not the viewer's to do.</summary>
public sealed class MediaDesk(FieldcraftDb db, Viewer viewer, TimeProvider clock)
{
    public async Task<ModuleMediaId?> MakeFilmAsync(
        ModuleId module,
        string language,
        string title,
        IReadOnlyList<FilmSlide> slides,
        CancellationToken cancellationToken
    )
    {
        if (!await MayAsync(module, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return await KeepAsync(
            ModuleMedia.MakeFilm(Id.New<ModuleMediaId>(now), module, language, title, slides, viewer.PersonId, now),
            null,
            cancellationToken
        );
    }

    public async Task<ModuleMediaId?> LinkAsync(
        ModuleId module,
        string language,
        string title,
        Uri address,
        string? transcript,
        CancellationToken cancellationToken
    )
    {
        if (!await MayAsync(module, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return await KeepAsync(
            ModuleMedia.Link(Id.New<ModuleMediaId>(now), module, language, title, address, transcript, viewer.PersonId, now),
            null,
            cancellationToken
        );
    }

    /// <summary>Takes a file in whose kind its first bytes prove. Refused: <c>media-too-large</c>, <c>media-kind-unknown</c>.</summary>
    public async Task<Outcome<ModuleMediaId>?> UploadAsync(
        ModuleId module,
        string language,
        string title,
        string fileName,
        byte[] bytes,
        string? captions,
        CancellationToken cancellationToken
    )
    {
        if (!await MayAsync(module, cancellationToken))
        {
            return null;
        }

        if (bytes.Length > ModuleMedia.FileAtMost)
        {
            return new Refusal("media-too-large", ModuleMedia.FileAtMost / (1024 * 1024));
        }

        if (MediaTypes.Of(bytes) is not { } type)
        {
            return new Refusal("media-kind-unknown");
        }

        var now = clock.GetUtcNow();
        var media = ModuleMedia.Upload(
            Id.New<ModuleMediaId>(now),
            module,
            language,
            title,
            MediaTypes.NameFor(fileName, type),
            type,
            bytes.Length,
            captions,
            viewer.PersonId,
            now
        );
        return await KeepAsync(media, bytes, cancellationToken);
    }

    /// <summary>Refused: <c>media-in-use</c>, <c>media-changed-meanwhile</c>.</summary>
    public Task<Outcome?> RetellAsync(
        ModuleMediaId id,
        int version,
        string title,
        IReadOnlyList<FilmSlide> slides,
        CancellationToken cancellationToken
    ) => ChangeAsync(id, version, (m, inUse, now) => m.Retell(title, slides, inUse, viewer.PersonId, now), cancellationToken);

    /// <summary>Refused: <c>media-changed-meanwhile</c>.</summary>
    public Task<Outcome?> CaptionAsync(ModuleMediaId id, int version, string? captions, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            version,
            (m, _, now) =>
            {
                m.Caption(captions, viewer.PersonId, now);
                return Outcome.Done;
            },
            cancellationToken
        );

    /// <summary>Keeps a recorded voice for a film. Refused: <c>media-too-large</c>, <c>media-kind-unknown</c>, <c>media-in-use</c>.</summary>
    public async Task<Outcome?> VoiceAsync(ModuleMediaId id, byte[] bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length > ModuleMedia.FileAtMost)
        {
            return new Refusal("media-too-large", ModuleMedia.FileAtMost / (1024 * 1024));
        }

        // A browser records sound into the same wrapper as pictures.
        if (MediaTypes.Of(bytes)?.Replace("video/", "audio/", StringComparison.Ordinal) is not { } type || !ModuleMedia.IsSpoken(type))
        {
            return new Refusal("media-kind-unknown");
        }

        var file = await db.MediaFiles.FirstOrDefaultAsync(f => f.Id == id, cancellationToken);
        return await ChangeAsync(
            id,
            null,
            (media, inUse, now) =>
            {
                if (media.Kind != MediaKind.Film)
                {
                    return new Refusal("media-kind-unknown");
                }

                var outcome = media.Voice(type, bytes.Length, inUse, viewer.PersonId, now);
                if (outcome.IsDone && file is not null)
                {
                    file.Bytes = bytes;
                }
                else if (outcome.IsDone)
                {
                    db.MediaFiles.Add(new MediaFile { Id = id, Bytes = bytes });
                }

                return outcome;
            },
            cancellationToken
        );
    }

    /// <summary>Refused: <c>media-in-use</c>, also while the draft shows it; <c>media-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> RemoveAsync(ModuleMediaId id, CancellationToken cancellationToken) =>
        await ChangeAsync(
            id,
            null,
            (media, inUse, now) =>
            {
                var outcome = media.Remove(inUse, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    db.Remove(media);
                }

                return outcome;
            },
            cancellationToken,
            alsoDrafts: true
        );

    private async Task<Outcome?> ChangeAsync(
        ModuleMediaId id,
        int? version,
        Func<ModuleMedia, bool, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken,
        bool alsoDrafts = false
    )
    {
        if (!viewer.MayDesignModules() || await db.ModuleMedia.FirstOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } media)
        {
            return null;
        }

        if (version is { } seen && media.Version != seen)
        {
            return new Refusal("media-changed-meanwhile");
        }

        // An edition names its media by id; there are few editions of a module, and each is small.
        var contents = await db
            .ModuleEditions.AsNoTracking()
            .Where(e => e.ModuleId == media.ModuleId && (alsoDrafts || e.PublishedAt != null))
            .Select(e => e.Content)
            .ToListAsync(cancellationToken);
        var inUse = contents.Exists(c => ModuleContent.FromJson(c).Blocks.Any(b => b.Media.Contains(id)));
        var outcome = change(media, inUse, clock.GetUtcNow());
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("media-changed-meanwhile") : outcome;
    }

    private async Task<ModuleMediaId> KeepAsync(ModuleMedia media, byte[]? bytes, CancellationToken cancellationToken)
    {
        db.Add(media);
        if (bytes is not null)
        {
            db.MediaFiles.Add(new MediaFile { Id = media.Id, Bytes = bytes });
        }

        await db.SaveChangesAsync(cancellationToken);
        return media.Id;
    }

    private async Task<bool> MayAsync(ModuleId module, CancellationToken cancellationToken) =>
        viewer.MayDesignModules() && await db.Modules.AnyAsync(m => m.Id == module, cancellationToken);
}

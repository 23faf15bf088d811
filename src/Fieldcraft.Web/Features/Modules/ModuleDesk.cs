using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Modules;

public enum ModuleSave
{
    Saved,
    NotFound,

    /// <summary>Somebody else changed the same part, or published or discarded the draft, meanwhile.</summary>
    Meanwhile,

    /// <summary>The content could not be kept; the problems say why.</summary>
    Unusable,
}

/// <summary>The draft of a module, to look at.</summary>
public sealed record ModuleDraft(
    ModuleEditionId Id,
    ModuleId ModuleId,
    int Number,
    int Version,
    DateTimeOffset ChangedAt,
    ModuleContent Content
)
{
    internal static ModuleDraft Of(ModuleEdition edition) =>
        new(edition.Id, edition.ModuleId, edition.Number, edition.Version, edition.ChangedAt, ModuleContent.FromJson(edition.Content));
}

/// <summary>How a write ended, with the draft as it stands now.</summary>
public sealed record ModuleSaved(ModuleSave Save, ModuleDraft? Draft, IReadOnlyList<InputProblem> Problems);

/// <summary>Starts, writes, pilots, publishes and discards the draft of a module, the same for pages and API. A module has at most one draft.</summary>
public sealed class ModuleDesk(FieldcraftDb db, Viewer viewer, WordCatalogue catalogue, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>The draft; null when there is none, or when the viewer does not design.</summary>
    public async Task<ModuleDraft?> DraftAsync(ModuleId module, CancellationToken cancellationToken) =>
        viewer.MayDesignModules()
        && await db.ModuleEditions.AsNoTracking().FirstOrDefaultAsync(e => e.ModuleId == module && e.PublishedAt == null, cancellationToken)
            is { } edition
            ? ModuleDraft.Of(edition)
            : null;

    /// <summary>
    /// Starts a draft: from the edition in use, from another module's, or from the skeleton of the hour. Refused: <c>module-draft-exists</c>.
    /// </summary>
    /// <param name="likeModule">Whose published content to begin with; null for the module's own, or the skeleton.</param>
    public async Task<Outcome<ModuleDraft>?> StartAsync(
        ModuleId module,
        ModuleId? likeModule,
        string language,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MayDesignModules() || !await db.Modules.AnyAsync(m => m.Id == module, cancellationToken))
        {
            return null;
        }

        var editions = await db
            .ModuleEditions.AsNoTracking()
            .Where(e => e.ModuleId == module || (likeModule != null && e.ModuleId == likeModule))
            .OrderByDescending(e => e.Number)
            .ToListAsync(cancellationToken);
        var own = editions.Where(e => e.ModuleId == module).ToList();
        if (own.Exists(e => e.IsDraft))
        {
            return new Refusal("module-draft-exists");
        }

        var basis = own.Concat(editions).FirstOrDefault(e => !e.IsDraft);
        var now = clock.GetUtcNow();
        var edition = ModuleEdition.Start(
            Id.New<ModuleEditionId>(now),
            module,
            own.Select(e => e.Number).DefaultIfEmpty(0).Max() + 1,
            basis is null
                ? Skeleton.In(language, (block, part) => Delivered(language, block, part))
                : ModuleContent.FromJson(basis.Content),
            viewer.PersonId,
            now
        );
        db.Add(edition);
        // Two who start at one moment meet at the unique number.
        if (await db.TryAddAsync(cancellationToken))
        {
            return ModuleDraft.Of(edition);
        }

        return new Refusal("module-draft-exists");
    }

    /// <summary>Writes a part of the draft, unless it is no longer as it was seen.</summary>
    /// <param name="isAsSeen">Whether the draft still says what the writer had before them.</param>
    public async Task<ModuleSaved> WriteAsync(
        ModuleId module,
        Func<ModuleDraft, bool> isAsSeen,
        Func<ModuleContent, ModuleContent> write,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var edition = viewer.MayDesignModules()
                ? await db.ModuleEditions.FirstOrDefaultAsync(e => e.ModuleId == module && e.PublishedAt == null, cancellationToken)
                : null;
            if (edition is null)
            {
                return new ModuleSaved(ModuleSave.NotFound, null, []);
            }

            var draft = ModuleDraft.Of(edition);
            if (!isAsSeen(draft))
            {
                return new ModuleSaved(ModuleSave.Meanwhile, draft, []);
            }

            var written = write(draft.Content);
            if (await ProblemsAsync(module, written, cancellationToken) is { Count: > 0 } problems)
            {
                return new ModuleSaved(ModuleSave.Unusable, draft, problems);
            }

            edition.Rewrite(written, viewer.PersonId, clock.GetUtcNow());
            if (await db.TrySaveAsync(cancellationToken))
            {
                return new ModuleSaved(ModuleSave.Saved, ModuleDraft.Of(edition), []);
            }
        }

        return new ModuleSaved(ModuleSave.Meanwhile, await DraftAsync(module, cancellationToken), []);
    }

    /// <summary>Notes that a team tried the draft. Refused: <c>module-published</c>.</summary>
    public async Task<Outcome?> PilotAsync(
        ModuleId module,
        string team,
        DateOnly on,
        int minutes,
        string? lesson,
        CancellationToken cancellationToken
    )
    {
        var edition = viewer.MayDesignModules()
            ? await db
                .ModuleEditions.AsNoTracking()
                .FirstOrDefaultAsync(e => e.ModuleId == module && e.PublishedAt == null, cancellationToken)
            : null;
        if (edition is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var pilot = ModulePilot.Note(Id.New<ModulePilotId>(now), edition, team, on, minutes, lesson, viewer.PersonId, now);
        if (pilot.Value is not { } noted)
        {
            return new Outcome(pilot.Refusal);
        }

        db.Add(noted);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    public async Task<IReadOnlyList<ModulePilot>> PilotsAsync(ModuleId module, CancellationToken cancellationToken) =>
        viewer.MayDesignModules()
            ? await db
                .ModulePilots.AsNoTracking()
                .Where(p => p.ModuleId == module)
                .OrderByDescending(p => p.On)
                .ThenByDescending(p => p.Id)
                .ToListAsync(cancellationToken)
            : [];

    /// <summary>What still has to be there before the draft can be published.</summary>
    public async Task<IReadOnlyList<InputProblem>> MissingAsync(ModuleDraft draft, CancellationToken cancellationToken)
    {
        var captioned = await CaptionedAsync(draft.ModuleId, cancellationToken);
        return draft.Content.MissingToPublish(captioned.Contains);
    }

    /// <summary>
    /// Publishes the draft as it was seen: leaders prepare with it from now on. Refused: as <see cref="ModuleEdition.Publish"/>,
    /// <c>module-incomplete</c>, <c>module-changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> PublishAsync(ModuleId id, int version, string? note, CancellationToken cancellationToken)
    {
        if (!viewer.MayDesignModules() || await db.Modules.FirstOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } module)
        {
            return null;
        }

        if (
            await db.ModuleEditions.FirstOrDefaultAsync(e => e.ModuleId == id && e.PublishedAt == null, cancellationToken)
            is not { } edition
        )
        {
            return module.IsPublished ? (Outcome?)new Refusal("module-published") : null;
        }

        if (edition.Version != version)
        {
            return new Refusal("module-changed-meanwhile");
        }

        if (await MissingAsync(ModuleDraft.Of(edition), cancellationToken) is { Count: > 0 } missing)
        {
            return new Refusal("module-incomplete", missing.Count);
        }

        var pilots = await PilotsAsync(id, cancellationToken);
        var now = clock.GetUtcNow();
        var outcome = edition.Publish(pilots, _ => true, note, viewer.PersonId, now);
        if (outcome.IsDone)
        {
            module.Use(edition.Id, viewer.PersonId, now);
        }

        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("module-changed-meanwhile") : outcome;
    }

    /// <summary>Discards the draft as it was seen; nothing of it is kept. Refused: <c>module-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> DiscardAsync(ModuleId module, int version, CancellationToken cancellationToken)
    {
        var edition = viewer.MayDesignModules()
            ? await db.ModuleEditions.FirstOrDefaultAsync(e => e.ModuleId == module && e.PublishedAt == null, cancellationToken)
            : null;
        if (edition is null)
        {
            return null;
        }

        if (edition.Version != version)
        {
            return new Refusal("module-changed-meanwhile");
        }

        edition.Discard(viewer.PersonId, clock.GetUtcNow());
        db.Remove(edition);
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("module-changed-meanwhile");
    }

    private async Task<IReadOnlyList<InputProblem>> ProblemsAsync(
        ModuleId module,
        ModuleContent content,
        CancellationToken cancellationToken
    )
    {
        var problems = content.Problems().ToList();
        var shown = content.Blocks.SelectMany(b => b.Media).Distinct().ToList();
        if (shown.Count > 0)
        {
            var known = await db.ModuleMedia.CountAsync(m => m.ModuleId == module && shown.Contains(m.Id), cancellationToken);
            if (known != shown.Count)
            {
                problems.Add(new InputProblem("blocks.media", "unknown"));
            }
        }

        if (content.Routine is { } use && !await db.Routines.AnyAsync(r => r.Id == use.RoutineId, cancellationToken))
        {
            problems.Add(new InputProblem("routine", "unknown"));
        }

        return problems;
    }

    private async Task<HashSet<ModuleMediaId>> CaptionedAsync(ModuleId module, CancellationToken cancellationToken) =>
        [
            .. (await db.ModuleMedia.AsNoTracking().Where(m => m.ModuleId == module).ToListAsync(cancellationToken))
                .Where(m => m.IsCaptioned)
                .Select(m => m.Id),
        ];

    private string? Delivered(string language, string block, string part) =>
        catalogue[language].GetValueOrDefault($"skeleton.{block}.{part}");
}

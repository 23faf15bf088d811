using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Planners;

public enum PlannerStep
{
    NotBegun,
    Begun,
    Finished,
}

/// <summary>How far the viewer's planner of a module is, and where to go on with it.</summary>
public sealed record PlannerState(PlannerStep Step, string Address, DateTimeOffset? FinishedAt);

/// <summary>A module for which a leader plans, and how far that is.</summary>
public sealed record PlannerLine(ModuleId ModuleId, string Module, int Number, string Programme, PlannerId? Id, DateTimeOffset? FinishedAt);

/// <summary>Opens planners for the pages and the API alike.</summary>
public sealed class PlannerReading(FieldcraftDb db, Vault vault)
{
    /// <summary>How far the viewer's own planner is. Opens nothing; one query.</summary>
    public async Task<PlannerState> StateOfMineAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        var mine = await db
            .Planners.AsNoTracking()
            .VisibleTo(viewer)
            .Where(p => p.ModuleId == module)
            .Select(p => new { p.Id, p.FinishedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return mine is null
            ? new PlannerState(PlannerStep.NotBegun, PlannersLinks.Mine(module), null)
            : new PlannerState(
                mine.FinishedAt is null ? PlannerStep.Begun : PlannerStep.Finished,
                PlannersLinks.Planner(mine.Id),
                mine.FinishedAt
            );
    }

    /// <summary>
    /// Which of these leaders have finished their planner, and when. For their coach and for totals: the caller has made sure that the viewer is one, or
    /// shows the number only.
    /// </summary>
    public async Task<IReadOnlyDictionary<PersonId, DateTimeOffset>> FinishedAmongAsync(
        ModuleId module,
        IReadOnlyCollection<PersonId> leaders,
        CancellationToken cancellationToken
    ) =>
        await db
            .Planners.AsNoTracking()
            .Where(p => p.ModuleId == module && p.FinishedAt != null && leaders.Contains(p.OwnerId))
            .ToDictionaryAsync(p => p.OwnerId, p => p.FinishedAt!.Value, cancellationToken);

    /// <summary>Every published module of a programme that goes on, with the viewer's planner for it.</summary>
    public async Task<IReadOnlyList<PlannerLine>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return await (
            from module in db.Modules.AsNoTracking()
            join programme in db.Programmes on module.ProgrammeId equals programme.Id
            join planner in db.Planners.Where(p => p.OwnerId == me) on module.Id equals planner.ModuleId into mine
            from planner in mine.DefaultIfEmpty()
            where module.EditionId != null && (programme.EndedAt == null || planner != null)
            orderby module.WindowStart descending, module.Number descending, module.Id
            select new PlannerLine(
                module.Id,
                module.Title,
                module.Number,
                programme.Name,
                planner == null ? null : planner.Id,
                planner == null ? null : planner.FinishedAt
            )
        ).ToListAsync(cancellationToken);
    }

    /// <summary>The viewer's own planner, opened: three queries with the one for the keys.</summary>
    public async Task<OpenPlanner?> FindAsync(Viewer viewer, PlannerId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var row = await (
            from planner in db.Planners.AsNoTracking().VisibleTo(viewer)
            join module in db.Modules on planner.ModuleId equals module.Id
            join edition in db.ModuleEditions on planner.EditionId equals edition.Id
            join newest in db.ModuleEditions on module.EditionId equals newest.Id into editions
            from newest in editions.DefaultIfEmpty()
            join experiment in db.Experiments on planner.ExperimentId equals experiment.Id into tries
            from experiment in tries.DefaultIfEmpty()
            join before in db.Modules
                on new { module.ProgrammeId, Number = module.Number - 1 } equals new { before.ProgrammeId, before.Number }
                into earlier
            from before in earlier.DefaultIfEmpty()
            where planner.Id == id
            select new
            {
                Planner = planner,
                Module = module,
                edition.Number,
                edition.Content,
                Newest = newest,
                Experiment = experiment,
                Before = before,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        // Last module's "differently" comes with the same query: its planner is a document of its own, and opens with the same key search.
        var last = row.Before?.Id;
        var texts = await db
            .PlannerTexts.AsNoTracking()
            .Where(t =>
                t.OwnerId == me
                && (
                    t.PlannerId == id
                    || (
                        t.Field == PlannerField.Differently
                        && db.Planners.Any(p => p.Id == t.PlannerId && p.OwnerId == me && p.ModuleId == last)
                    )
                )
            )
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, texts.Select(t => t.Text).Append(row.Experiment?.What), cancellationToken);
        var differently = texts.Find(t => t.PlannerId != id);
        return new OpenPlanner
        {
            Id = id,
            Version = row.Planner.Version,
            ModuleId = row.Module.Id,
            Module = row.Module.Title,
            Number = row.Module.Number,
            EditionNumber = row.Number,
            Content = ModuleContent.FromJson(row.Content),
            Language = viewer.Language,
            InHalves = row.Planner.InHalves,
            ChangedAt = row.Planner.ChangedAt,
            FinishedAt = row.Planner.FinishedAt,
            Newer =
                row.Newest is { } newer && newer.Id != row.Planner.EditionId
                    ? new NewerEdition(newer.Id, newer.Number, newer.Note, ModuleContent.FromJson(newer.Content))
                    : null,
            Experiment = row.Experiment is { } kept ? OpenExperiment.Of(kept, unlocked) : null,
            LastTime = differently is null ? null : new LastTime(row.Before!.Title, unlocked.Open(differently.Text)),
            Texts = texts.Where(t => t.PlannerId == id).ToDictionary(t => t.Place, t => unlocked.Open(t.Text)),
        };
    }

    /// <summary>A module as a blank sheet; null when the viewer may not read what leaders teach with, or nothing is published.</summary>
    public async Task<PlannerSheet?> BlankAsync(Viewer viewer, ModuleId module, bool inHalves, CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanSessions())
        {
            return null;
        }

        var row = await db
            .Modules.AsNoTracking()
            .VisibleTo(viewer)
            .Where(m => m.Id == module)
            .Join(
                db.ModuleEditions,
                m => m.EditionId,
                e => e.Id,
                (m, e) =>
                    new
                    {
                        m.Title,
                        Module = m.Number,
                        e.Number,
                        e.Content,
                    }
            )
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var content = ModuleContent.FromJson(row.Content);
        return new PlannerSheet(row.Title, row.Module, row.Number, content, viewer.Language, inHalves && content.Halves() is not null);
    }
}

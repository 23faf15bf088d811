using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Figures;

/// <summary>A file between upload and confirmation, with what it would do now.</summary>
public sealed record StagedFigures(FigureImport Import, OutcomeMeasure Measure, FigurePlan Plan);

/// <summary>Takes figures in: planned first, staged, confirmed, all in one write. Null: not there, or not the viewer's to do.</summary>
public sealed class FigureDesk(FieldcraftDb db, SitesReading sites, Viewer viewer, Words words, TimeProvider clock)
{
    /// <summary>Files that wait for the viewer's confirmation, the newest first.</summary>
    public async Task<IReadOnlyList<FigureImport>> WaitingAsync(OutcomeMeasureId measure, CancellationToken cancellationToken)
    {
        var me = (PersonId?)viewer.PersonId;
        return await db
            .FigureImports.AsNoTracking()
            .Where(i => i.MeasureId == measure && i.StagedById == me)
            .OrderByDescending(i => i.StagedAt)
            .ThenBy(i => i.Id)
            .Take(10)
            .ToListAsync(cancellationToken);
    }

    /// <exception cref="UnreadableFileException">Not a file of this kind.</exception>
    public async Task<StagedFigures?> StageAsync(
        OutcomeMeasureId id,
        string fileName,
        byte[] bytes,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        if (await MeasureAsync(id, cancellationToken) is not { } measure)
        {
            return null;
        }

        var plan = await PlanAsync(measure, FigureFile.Read(bytes, measure.Kind), cancellationToken);
        var now = clock.GetUtcNow();
        var name = DirectoryFile.SafeName(fileName, FigureImport.FileNameLength);
        var import = FigureImport.Stage(Id.New<FigureImportId>(now), id, name, bytes, viewer.PersonId, now);
        if (!dryRun)
        {
            db.Add(import);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new StagedFigures(import, measure, plan);
    }

    /// <summary>A file of the viewer's own, planned against what stands there now.</summary>
    public async Task<StagedFigures?> FindAsync(FigureImportId id, CancellationToken cancellationToken)
    {
        var me = (PersonId?)viewer.PersonId;
        return
            await db.FigureImports.FirstOrDefaultAsync(i => i.Id == id && i.StagedById == me, cancellationToken) is { } import
            && await MeasureAsync(import.MeasureId, cancellationToken) is { } measure
            ? new StagedFigures(import, measure, await PlanAsync(measure, FigureFile.Read(import.Bytes, measure.Kind), cancellationToken))
            : null;
    }

    /// <summary>Refused: as <see cref="OutcomeMeasure.TakeFigures"/>.</summary>
    public async Task<Outcome> ConfirmAsync(
        StagedFigures staged,
        string? lookedAt,
        bool withoutRefused,
        CancellationToken cancellationToken
    )
    {
        db.Remove(staged.Import);
        return await TakeInAsync(staged.Measure, staged.Plan, lookedAt, withoutRefused, cancellationToken);
    }

    public async Task DiscardAsync(StagedFigures staged, CancellationToken cancellationToken)
    {
        staged.Import.Discard(viewer.PersonId, clock.GetUtcNow());
        db.Remove(staged.Import);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Figures without a file. Refused: as <see cref="OutcomeMeasure.TakeFigures"/>.</summary>
    public async Task<(FigureReport Report, Outcome Outcome)?> WriteAsync(
        OutcomeMeasureId id,
        IReadOnlyList<WrittenFigure> lines,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        if (await MeasureAsync(id, cancellationToken) is not { } measure)
        {
            return null;
        }

        var plan = await PlanAsync(measure, lines, cancellationToken);
        var saysNothingNew = plan.Taken.Count == 0 && plan.Refused.Count == 0;
        return (
            FigureReport.Of(plan, measure, words),
            dryRun || saysNothingNew ? Outcome.Done : await TakeInAsync(measure, plan, null, false, cancellationToken)
        );
    }

    private Task<OutcomeMeasure?> MeasureAsync(OutcomeMeasureId id, CancellationToken cancellationToken) =>
        db.OutcomeMeasures.KeptBy(db, viewer).FirstOrDefaultAsync(m => m.Id == id, cancellationToken);

    private async Task<FigurePlan> PlanAsync(
        OutcomeMeasure measure,
        IReadOnlyList<WrittenFigure> lines,
        CancellationToken cancellationToken
    )
    {
        var unit = await db.Programmes.Where(p => p.Id == measure.ProgrammeId).Select(p => p.UnitId).FirstAsync(cancellationToken);
        var within = await sites.WithinAsync(unit, cancellationToken);
        var weeks = lines.Select(l => FigureWeek.Read(l.Week)).OfType<DateOnly>().ToList();
        var standing = new Dictionary<(UnitId, DateOnly), Moments>();
        if (weeks.Count > 0)
        {
            var (first, last) = (weeks.Min(), weeks.Max());
            standing = await db
                .SiteFigures.AsNoTracking()
                .Where(f => f.MeasureId == measure.Id && f.Week >= first && f.Week <= last)
                .ToDictionaryAsync(f => (f.SiteId, f.Week), f => f.Figures, cancellationToken);
        }

        return new FigurePlanning(measure.Kind, [.. within.Select(s => (s.Id, s.Name))], words.Today(clock.GetUtcNow())).Plan(
            lines,
            standing
        );
    }

    private async Task<Outcome> TakeInAsync(
        OutcomeMeasure measure,
        FigurePlan plan,
        string? lookedAt,
        bool withoutRefused,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var outcome = measure.TakeFigures(plan, lookedAt, withoutRefused, viewer.PersonId, now);
        if (outcome.IsRefused)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        try
        {
            await db.WriteAsync(
                async () =>
                {
                    // The version of the measure decides between two who take figures in at one moment.
                    await db.SaveChangesAsync(cancellationToken);
                    foreach (var site in plan.Taken.Where(t => t.Replaces is not null).GroupBy(t => t.Site))
                    {
                        var weeks = site.Select(t => t.Week).ToList();
                        await db
                            .SiteFigures.Where(f => f.MeasureId == measure.Id && f.SiteId == site.Key && weeks.Contains(f.Week))
                            .ExecuteDeleteAsync(cancellationToken);
                    }

                    await db.InsertAsync(
                        [.. plan.Taken.Select(t => SiteFigure.Of(measure.Id, t.Site, t.Week, t.Figures, now))],
                        null,
                        cancellationToken
                    );
                },
                cancellationToken
            );
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("figures-changed-meanwhile");
        }
    }
}

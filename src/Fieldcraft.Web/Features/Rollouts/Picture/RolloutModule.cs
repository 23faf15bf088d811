using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts.Picture;

/// <summary>A module as the roll-out sees it: its window, whom it reaches, and what holds everywhere.</summary>
/// <param name="Version">Of the settings; 0 while nobody has set them.</param>
public sealed record RolloutModule(
    ModuleId Id,
    int Number,
    string Title,
    DateOnly WindowStart,
    int WindowDays,
    ModuleEditionId? Edition,
    ProgrammeId Programme,
    string ProgrammeName,
    UnitId UnitId,
    string UnitName,
    string UnitPath,
    RolloutSettings Settings,
    HourlyRates Rates,
    int Version
)
{
    /// <summary>The first day after the window.</summary>
    public DateOnly WindowEnd => WindowStart.AddDays(WindowDays);

    public int Weeks => (WindowDays + 6) / 7;

    /// <summary>Whole days of the window that are over.</summary>
    public int DaysGone(DateOnly today) => Math.Clamp(today.DayNumber - WindowStart.DayNumber, 0, WindowDays);
}

/// <summary>Finds modules for the roll-out.</summary>
public sealed class RolloutModules(FieldcraftDb db)
{
    public async Task<RolloutModule?> FindAsync(Viewer viewer, ModuleId id, CancellationToken cancellationToken) =>
        await InAsync(db.Modules.VisibleTo(viewer).Where(m => m.Id == id), cancellationToken) is [var module, ..] ? module : null;

    /// <summary>The same without a viewer, for work in the background.</summary>
    internal async Task<RolloutModule?> FindAsync(ModuleId id, CancellationToken cancellationToken) =>
        await InAsync(db.Modules.Where(m => m.Id == id), cancellationToken) is [var module, ..] ? module : null;

    /// <summary>All of a programme's, in the order of their windows.</summary>
    public Task<IReadOnlyList<RolloutModule>> OfProgrammeAsync(Viewer viewer, ProgrammeId id, CancellationToken cancellationToken) =>
        InAsync(db.Modules.VisibleTo(viewer).Where(m => m.ProgrammeId == id), cancellationToken);

    /// <summary>Published modules whose window is open on a day or opens later, of all programmes that run.</summary>
    public Task<IReadOnlyList<RolloutModule>> OpenAsync(DateOnly today, CancellationToken cancellationToken) =>
        InAsync(db.Modules.Where(m => m.EditionId != null && m.WindowStart >= today.AddDays(-Module.WindowDaysAtMost)), cancellationToken);

    private async Task<IReadOnlyList<RolloutModule>> InAsync(IQueryable<Module> modules, CancellationToken cancellationToken)
    {
        var rows = await (
            from module in modules.AsNoTracking()
            join programme in db.Programmes on module.ProgrammeId equals programme.Id
            join unit in db.Units on programme.UnitId equals unit.Id
            join set in db.ModuleRollouts on module.Id equals set.Id into own
            from rollout in own.DefaultIfEmpty()
            where programme.EndedAt == null
            orderby module.WindowStart, module.Id
            select new
            {
                module,
                programme.Name,
                Unit = unit.Id,
                UnitName = unit.Name,
                unit.Path,
                rollout,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new RolloutModule(
                r.module.Id,
                r.module.Number,
                r.module.Title,
                r.module.WindowStart,
                r.module.WindowDays,
                r.module.EditionId,
                r.module.ProgrammeId,
                r.Name,
                r.Unit,
                r.UnitName,
                r.Path,
                r.rollout?.Settings ?? RolloutSettings.Usual,
                r.rollout?.Rates ?? HourlyRates.None,
                r.rollout?.Version ?? 0
            )),
        ];
    }
}

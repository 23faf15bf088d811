using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>What the strain check says now, for the person alone. Home asks it before it suggests anything to learn.</summary>
public sealed class StrainStates(FieldcraftDb db, Vault vault, Rules rules, TimeProvider clock)
{
    // More than any run the rules can ask for; ticks alone between the answers make no run shorter.
    private const int Looked = 20;

    /// <summary>The state, in three queries.</summary>
    public async Task<StrainState> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var recent = await Recent(viewer).ToListAsync(cancellationToken);
        var active = await db
            .Assignments.AsNoTracking()
            .VisibleTo(viewer)
            .Where(a => a.EndedOn == null)
            .OrderBy(a => a.BroughtAt)
            .Select(a => (DateTimeOffset?)a.BroughtAt)
            .FirstOrDefaultAsync(cancellationToken);
        return Read(viewer, recent, await vault.UnlockAsync(viewer, recent.Select(c => c.Answers), cancellationToken), active);
    }

    /// <summary>Whether everything that asks for learning pauses once this is said as well.</summary>
    public async Task<bool> PausesWithAsync(Viewer viewer, StrainCheckIn said, CancellationToken cancellationToken)
    {
        var recent = await Recent(viewer).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, recent.Select(c => c.Answers), cancellationToken);
        return StrainCheck.Read([.. Open(recent, unlocked), said], rules.Strain).IsPositive;
    }

    /// <summary>The newest check-ins, still sealed: for pages that take out all their keys at once.</summary>
    public IQueryable<CheckIn> Recent(Viewer viewer) =>
        db.CheckIns.AsNoTracking().VisibleTo(viewer).OrderByDescending(c => c.On).ThenByDescending(c => c.Id).Take(Looked);

    /// <summary>The state from what a page has loaded already.</summary>
    /// <param name="activeSince">When the oldest assignment that goes on was brought; null without one.</param>
    public StrainState Read(Viewer viewer, IEnumerable<CheckIn> recent, Unlocked unlocked, DateTimeOffset? activeSince)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(viewer.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        return StrainState.Read(
            Open(recent, unlocked),
            activeSince is { } since ? DayIn(zone, since) : null,
            DayIn(zone, clock.GetUtcNow()),
            rules.Strain
        );
    }

    /// <summary>Oldest first: of two on one day the later one counts.</summary>
    public static IReadOnlyList<StrainCheckIn> Open(IEnumerable<CheckIn> checkIns, Unlocked unlocked) =>
        [.. checkIns.OrderBy(c => c.On).ThenBy(c => c.Id).Select(c => CheckIn.FromJson(unlocked.Open(c.Answers)))];

    private static DateOnly DayIn(TimeZoneInfo zone, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}

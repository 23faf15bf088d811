using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>The team's talk about its result: one action, and later what became of it. Its unit reads it.</summary>
public sealed class PulseTalks(FieldcraftDb db, Rules rules, TimeProvider clock)
{
    public Task<PulseTalk?> FindAsync(PulseId pulse, UnitId unit, CancellationToken cancellationToken) =>
        db.PulseTalks.AsNoTracking().OrderBy(t => t.Id).FirstOrDefaultAsync(t => t.PulseId == pulse && t.UnitId == unit, cancellationToken);

    /// <summary>False where the viewer does not lead the unit.</summary>
    public async Task<bool> HoldAsync(Viewer viewer, PulseId pulse, Unit unit, string action, CancellationToken cancellationToken)
    {
        if (!MayWrite(viewer, unit))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        db.Add(
            PulseTalk.Hold(
                Id.New<PulseTalkId>(now),
                pulse,
                unit.Id,
                viewer.PersonId,
                today,
                action,
                today.AddDays(rules.Pulses.LookBackAfterDays),
                now
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>False where there is no such talk of a unit the viewer leads.</summary>
    public async Task<bool> LookBackAsync(Viewer viewer, PulseTalkId id, string lookBack, CancellationToken cancellationToken)
    {
        if (
            await db.PulseTalks.FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } talk
            || !MayWrite(viewer, await db.Units.AsNoTracking().FirstAsync(u => u.Id == talk.UnitId, cancellationToken))
        )
        {
            return false;
        }

        talk.SayWhatBecame(lookBack, viewer.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static bool MayWrite(Viewer viewer, Unit unit) => viewer.Leads.Any(l => l.Id == unit.Id) || viewer.MayRunPulses(unit.Path);
}

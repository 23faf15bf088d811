using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration;

/// <summary>A holiday with the name of its unit.</summary>
public sealed record KeptHoliday(HolidayId Id, DateOnly On, string Name, UnitId UnitId, string Unit, int Version);

/// <summary>Holidays of the units that the administrator looks after; each holds for everything below its unit.</summary>
public sealed class HolidayDesk(FieldcraftDb db, PeopleReading people, TimeProvider clock)
{
    public const int PageSize = 100;

    /// <summary>From a year ago on; older ones change nothing any more.</summary>
    private const int ListedOfDays = 366;

    /// <summary>The holidays inside the viewer's units, by date.</summary>
    public async Task<IReadOnlyList<KeptHoliday>> ListAsync(Viewer viewer, HolidayId? after, int limit, CancellationToken cancellationToken)
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-ListedOfDays);
        var holidays = db.Holidays.AsNoTracking().Where(h => h.On >= since);
        if (after is { } id && await db.Holidays.AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, cancellationToken) is { } last)
        {
            var on = last.On;
            holidays = holidays.Where(h => h.On > on || (h.On == on && h.Id.CompareTo(id) > 0));
        }

        return await (
            from holiday in holidays
            join unit in db.Units.ManagedBy(viewer) on holiday.UnitId equals unit.Id
            orderby holiday.On, holiday.Id
            select new KeptHoliday(holiday.Id, holiday.On, holiday.Name, unit.Id, unit.Name, holiday.Version)
        )
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    public Task<IReadOnlyList<NamedUnit>> UnitsAsync(Viewer viewer, CancellationToken cancellationToken) =>
        people.ManagedUnitsAsync(viewer, cancellationToken);

    /// <summary>Enters one. Refused: <c>holiday-unit-not-yours</c>, <c>holiday-there-already</c>.</summary>
    public async Task<Outcome<Holiday>> EnterAsync(
        Viewer viewer,
        UnitId unit,
        DateOnly on,
        string name,
        CancellationToken cancellationToken
    )
    {
        if (!await db.Units.ManagedBy(viewer).AnyAsync(u => u.Id == unit, cancellationToken))
        {
            return new Refusal("holiday-unit-not-yours");
        }

        var now = clock.GetUtcNow();
        var isThere = await db.Holidays.AnyAsync(h => h.UnitId == unit && h.On == on, cancellationToken);
        var outcome = Holiday.Enter(Id.New<HolidayId>(now), unit, on, name, isThere, now);
        if (outcome.Value is { } holiday)
        {
            db.Add(holiday);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException wrong) when (!Outage.Is(wrong))
            {
                // Somebody has entered the same day at the same moment.
                db.ChangeTracker.Clear();
                return new Refusal("holiday-there-already");
            }
        }

        return outcome;
    }

    /// <returns>False when there is no such holiday for this viewer.</returns>
    public async Task<bool> TakeOutAsync(Viewer viewer, HolidayId id, CancellationToken cancellationToken)
    {
        var managed = db.Units.ManagedBy(viewer).Select(u => u.Id);
        if (await db.Holidays.FirstOrDefaultAsync(h => h.Id == id && managed.Contains(h.UnitId), cancellationToken) is not { } holiday)
        {
            return false;
        }

        holiday.TakeOut(clock.GetUtcNow());
        db.Remove(holiday);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

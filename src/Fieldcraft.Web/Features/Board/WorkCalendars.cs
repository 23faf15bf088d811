using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm.Mailing;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Board;

/// <summary>The counted days of one person, and what day it is where they are.</summary>
/// <param name="HasLeft">They are gone; nothing counts any more.</param>
public sealed record WorkCalendar(CountedDays Days, DateOnly Today, bool HasLeft)
{
    public static WorkCalendar OfNobody(DateOnly today) => new(CountedDays.Never, today, true);
}

/// <summary>
/// Which days count for whom, from what is known now: the person's days of work, the holidays of their unit and the units above it, leave by the directory,
/// and absence by their own word. Two queries, for one person or for many.
/// </summary>
public sealed class WorkCalendars(FieldcraftDb db, TimeProvider clock)
{
    /// <summary>Waits are shorter than this; older holidays change nothing.</summary>
    private const int HolidaysOfDays = 400;

    public async Task<IReadOnlyDictionary<PersonId, WorkCalendar>> OfAsync(
        IReadOnlyCollection<PersonId> people,
        CancellationToken cancellationToken
    )
    {
        var wanted = people.Distinct().ToArray();
        if (wanted.Length == 0)
        {
            return new Dictionary<PersonId, WorkCalendar>();
        }

        var now = clock.GetUtcNow();
        var since = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-HolidaysOfDays);
        var rows = await db
            .People.AsNoTracking()
            .Where(p => wanted.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Status,
                p.TimeZone,
                Path = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Path).FirstOrDefault(),
                WorksOn = db.Rhythms.Where(r => r.PersonId == p.Id).Select(r => r.WorksOn).FirstOrDefault(),
                AwayUntil = db.Rhythms.Where(r => r.PersonId == p.Id).Select(r => r.AwayUntil).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var holidays = await db
            .Holidays.AsNoTracking()
            .Where(h => h.On >= since)
            .Join(db.Units, h => h.UnitId, u => u.Id, (h, u) => new { h.On, u.Path })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(
            r => r.Id,
            r =>
            {
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TellByMail.ZoneOf(r.TimeZone)).DateTime);
                var own = holidays.Where(h => r.Path?.StartsWith(h.Path, StringComparison.Ordinal) == true).Select(h => h.On);
                return r.Status == PersonStatus.Left
                    ? WorkCalendar.OfNobody(today)
                    : new WorkCalendar(new CountedDays(r.WorksOn, own, Absences(r.Status, r.AwayUntil, today)), today, false);
            }
        );
    }

    public async Task<WorkCalendar?> OfAsync(PersonId? person, CancellationToken cancellationToken) =>
        person is { } id ? (await OfAsync([id], cancellationToken)).GetValueOrDefault(id) : null;

    // Nobody says when an absence began, so that every day up to its last one is taken for absence: that can only lengthen a wait. The directory says of
    // leave that it is, and not until when.
    private static IEnumerable<DaySpan> Absences(PersonStatus status, DateOnly? awayUntil, DateOnly today)
    {
        if (status == PersonStatus.OnLeave)
        {
            yield return new DaySpan(today, null);
        }

        if (awayUntil is { } until)
        {
            yield return new DaySpan(DateOnly.MinValue, until);
        }
    }
}

using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sites;

/// <summary>What a roster file does, in the shape of every import. <c>leave</c> counts shifts that stood for those people and days and go.</summary>
public sealed record RosterReport(int Create, int Change, int Leave, int Refuse, IReadOnlyList<RosterReportRow> Rows);

/// <summary>Why one line is refused.</summary>
public sealed record RosterReportRow(int Line, string Column, string Value, string Code, string Reason, string Action);

/// <summary>What the roster says about one person and day.</summary>
/// <param name="From">Null: off on this day.</param>
public sealed record RosterDay(PersonId Person, DateOnly Day, DateTime? From, DateTime? Until);

/// <summary>Rosters where the pattern does not hold: single days by hand, and whole files.</summary>
public sealed class RosterDesk(FieldcraftDb db, Words words)
{
    /// <summary>Says for one person and day that they are off, or work another shift; what was said before for that day goes.</summary>
    /// <returns>False: not there, or not of the viewer's sites.</returns>
    public async Task<bool> SayAsync(Viewer viewer, RosterDay said, CancellationToken cancellationToken)
    {
        if (!await PeopleOf(viewer).AnyAsync(p => p.Id == said.Person, cancellationToken))
        {
            return false;
        }

        await ReplaceAsync(
            said.Person,
            said.Day,
            said is { From: { } from, Until: { } until }
                ? RosterEntry.Works(said.Person, from, until)
                : RosterEntry.Off(said.Person, said.Day),
            cancellationToken
        );
        return true;
    }

    /// <summary>The pattern holds again for that day.</summary>
    public async Task<bool> TakeBackAsync(Viewer viewer, PersonId person, DateOnly day, CancellationToken cancellationToken)
    {
        if (!await PeopleOf(viewer).AnyAsync(p => p.Id == person, cancellationToken))
        {
            return false;
        }

        await ReplaceAsync(person, day, null, cancellationToken);
        return true;
    }

    /// <summary>
    /// Takes in a file of shifts, or with <paramref name="dryRun"/> only says what that would do. From the first to the last day that the file knows of a person,
    /// it is what holds: days it leaves out are days off. Nothing is taken in while a line is refused, unless <paramref name="withoutRefused"/>.
    /// </summary>
    /// <exception cref="Administration.Importing.UnreadableFileException">No table, or a column is missing.</exception>
    public async Task<RosterReport> ImportAsync(
        Viewer viewer,
        ReadOnlyMemory<byte> bytes,
        bool dryRun,
        bool withoutRefused,
        CancellationToken cancellationToken
    )
    {
        var people = await PeopleOf(viewer)
            .Where(p => p.EmployeeId != null && p.Status != PersonStatus.Left)
            .Select(p => new
            {
                p.EmployeeId,
                p.Id,
                p.TimeZone,
            })
            .ToDictionaryAsync(p => p.EmployeeId!, p => (p.Id, p.TimeZone), StringComparer.OrdinalIgnoreCase, cancellationToken);
        var (lines, problems) = RosterFile.Read(bytes.Span, id => people.TryGetValue(id, out var known) ? known.TimeZone : null);
        var wanted = Entries(lines.Select(l => (people[l.EmployeeId].Id, l.Shift)));
        var stands = await StandingAsync(wanted, cancellationToken);
        var report = Report(wanted, stands, problems);
        if (!dryRun && (problems.Count == 0 || withoutRefused))
        {
            await db.WriteAsync(() => TakeInAsync(wanted, cancellationToken), cancellationToken);
        }

        return report;
    }

    /// <summary>The people of the sites that the viewer looks after.</summary>
    private IQueryable<Person> PeopleOf(Viewer viewer)
    {
        var units = db.Units.ScheduledBy(viewer).Select(u => (UnitId?)u.Id);
        return db.People.AsNoTracking().Where(p => units.Contains(p.UnitId));
    }

    private static List<RosterEntry> Entries(IEnumerable<(PersonId Person, LocalStretch Shift)> shifts)
    {
        var entries = new List<RosterEntry>();
        foreach (var person in shifts.GroupBy(s => s.Person))
        {
            var works = person.Select(s => RosterEntry.Works(s.Person, s.Shift.From, s.Shift.Until)).ToList();
            var days = works.Select(w => w.Day).ToHashSet();
            entries.AddRange(works);
            for (var day = days.Min(); day < days.Max(); day = day.AddDays(1))
            {
                if (!days.Contains(day))
                {
                    entries.Add(RosterEntry.Off(person.Key, day));
                }
            }
        }

        return entries;
    }

    private async Task<List<RosterEntry>> StandingAsync(List<RosterEntry> wanted, CancellationToken cancellationToken)
    {
        var people = wanted.Select(w => w.PersonId).Distinct().ToList();
        if (people.Count == 0)
        {
            return [];
        }

        var (first, last) = (wanted.Min(w => w.Day), wanted.Max(w => w.Day));
        return await db
            .RosterEntries.AsNoTracking()
            .Where(e => people.Contains(e.PersonId) && e.Day >= first && e.Day <= last)
            .ToListAsync(cancellationToken);
    }

    private RosterReport Report(List<RosterEntry> wanted, List<RosterEntry> stands, IReadOnlyList<RosterProblem> problems)
    {
        var standing = stands.ToLookup(e => (e.PersonId, e.Day));
        var (create, change, leave) = (0, 0, 0);
        foreach (var day in wanted.GroupBy(w => (w.PersonId, w.Day)))
        {
            var before = standing[day.Key].Select(e => (e.From, e.Minutes)).Order().ToList();
            var after = day.Select(e => (e.From, e.Minutes)).Order().ToList();
            var works = after.Count(e => e.Minutes > 0);
            create += before.Count == 0 ? works : 0;
            change += before.Count > 0 && works > 0 && !before.SequenceEqual(after) ? works : 0;
            leave += works == 0 ? before.Count(e => e.Minutes > 0) : 0;
        }

        return new RosterReport(
            create,
            change,
            leave,
            problems.Count,
            [
                .. problems.Select(p => new RosterReportRow(
                    p.Line,
                    p.Column,
                    p.Value,
                    p.Code,
                    words[$"roster.reason.{p.Code}", p.Value],
                    "refuse"
                )),
            ]
        );
    }

    private async Task TakeInAsync(List<RosterEntry> wanted, CancellationToken cancellationToken)
    {
        foreach (var days in wanted.GroupBy(w => w.PersonId).GroupBy(p => (First: p.Min(w => w.Day), Last: p.Max(w => w.Day))))
        {
            foreach (var some in days.Select(p => p.Key).Chunk(500))
            {
                await db
                    .RosterEntries.Where(e => some.Contains(e.PersonId) && e.Day >= days.Key.First && e.Day <= days.Key.Last)
                    .ExecuteDeleteAsync(cancellationToken);
            }
        }

        await db.InsertAsync(wanted, null, cancellationToken);
    }

    private Task ReplaceAsync(PersonId person, DateOnly day, RosterEntry? entry, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                await db.RosterEntries.Where(e => e.PersonId == person && e.Day == day).ExecuteDeleteAsync(cancellationToken);
                if (entry is not null)
                {
                    db.Add(entry);
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken
        );
}

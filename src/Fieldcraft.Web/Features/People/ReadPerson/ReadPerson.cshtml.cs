using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People.ReadPerson;

public sealed class ReadPersonModel(FieldcraftDb db, PeopleReading reading, Viewer viewer) : PageModel
{
    private const int MostReports = 60;

    public Person? Person { get; private set; }

    public NamedUnit? Unit { get; private set; }

    public Named? Manager { get; private set; }

    public IReadOnlyList<OtherLine> OtherLines { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyList<PersonLine> Reports { get; private set; } = [];

    public bool HasMoreReports { get; private set; }

    public bool HasDetails { get; private set; }

    public bool MayManage { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var personId = PersonId.From(id);
        var details = db.People.WithDetailsFor(viewer, db).Select(p => p.Id);
        var found = await db
            .People.AsNoTracking()
            .FoundBy(viewer, db)
            .Where(p => p.Id == personId)
            .Select(p => new
            {
                Person = p,
                HasDetails = details.Contains(p.Id),
                Unit = db.Units.FirstOrDefault(u => u.Id == p.UnitId),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return NotFound();
        }

        (Person, HasDetails) = (found.Person, found.HasDetails);
        MayManage = found.Unit is { } unit && viewer.MayManage(unit.Path);
        Unit = found.Unit is { } place ? new NamedUnit(place.Id, (await reading.WaysToAsync([place], cancellationToken))[place.Id]) : null;
        await LoadLinesAsync(personId, cancellationToken);
        var reports = await reading.ReportsOfAsync(viewer, personId, MostReports + 1, cancellationToken);
        (Reports, HasMoreReports) = ([.. reports.Take(MostReports)], reports.Count > MostReports);
        return Page();
    }

    private async Task LoadLinesAsync(PersonId id, CancellationToken cancellationToken)
    {
        var lines = await db
            .ReportingLines.AsNoTracking()
            .Where(l => l.PersonId == id)
            .Join(
                db.People,
                l => l.ManagerId,
                m => m.Id,
                (l, m) => new { Line = l, Name = ((m.PreferredName ?? m.FirstName) + " " + m.LastName).Trim() }
            )
            .ToListAsync(cancellationToken);
        Manager = lines
            .Where(l => l.Line is { IsOpen: true, Kind: LineKind.Manager })
            .Select(l => new Named(l.Line.ManagerId, l.Name))
            .FirstOrDefault();
        OtherLines =
        [
            .. lines
                .Where(l => l.Line is { IsOpen: true, Kind: LineKind.Other })
                .Select(l => new OtherLine(l.Line.Id, l.Line.ManagerId, l.Name)),
        ];
        if (!HasDetails)
        {
            return;
        }

        var places = await db
            .Placements.AsNoTracking()
            .Where(p => p.PersonId == id)
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new HistoryEntry("people.history.place", u.Name, p.From, p.To))
            .ToListAsync(cancellationToken);
        var ways = lines.Select(l => new HistoryEntry(
            l.Line.Kind == LineKind.Manager ? "people.history.line" : "people.history.other",
            l.Name,
            l.Line.From,
            l.Line.To
        ));
        History = [.. places.Concat(ways).OrderByDescending(h => h.From).ThenBy(h => h.Name, StringComparer.Ordinal)];
    }
}

public sealed record Named(PersonId Id, string Name);

public sealed record OtherLine(ReportingLineId Id, PersonId ManagerId, string Name);

/// <summary>A place or a line, from a day until a day. The word is a key.</summary>
public sealed record HistoryEntry(string Word, string Name, DateOnly From, DateOnly? To);

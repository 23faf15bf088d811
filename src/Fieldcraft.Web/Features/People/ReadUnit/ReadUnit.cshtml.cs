using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People.ReadUnit;

public sealed class ReadUnitModel(FieldcraftDb db, UnitReading units, PeopleReading people, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public UnitLine? Unit { get; private set; }

    /// <summary>The units on the way from the top, without this one.</summary>
    public IReadOnlyList<NamedUnit> Above { get; private set; } = [];

    public IReadOnlyList<UnitLine> Below { get; private set; } = [];

    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    public PersonId? Next { get; private set; }

    public bool MayManage { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var unitId = UnitId.From(id);
        Unit = await units.FindAsync(unitId, cancellationToken);
        if (Unit is null)
        {
            return NotFound();
        }

        var path = db.Units.Where(u => u.Id == unitId).Select(u => u.Path);
        var way = await db
            .Units.AsNoTracking()
            .Where(u => path.Any(p => p.StartsWith(u.Path)))
            .OrderBy(u => u.Path.Length)
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.Path,
            })
            .ToListAsync(cancellationToken);
        Above = [.. way.Where(u => u.Id != unitId).Select(u => new NamedUnit(u.Id, u.Name))];
        MayManage = viewer.MayManage(way[^1].Path);
        Below = await units.BelowAsync([unitId], cancellationToken);
        var after = After is { } last ? PersonId.From(last) : (PersonId?)null;
        var found = await people.ListAsync(viewer, null, unitId, after, PeopleReading.PageSize + 1, cancellationToken);
        People = [.. found.Take(PeopleReading.PageSize)];
        Next = found.Count > PeopleReading.PageSize ? People[^1].Id : null;
        return Page();
    }
}

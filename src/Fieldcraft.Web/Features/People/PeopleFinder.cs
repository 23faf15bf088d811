using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People;

/// <summary>People as the People room finds them: by the beginning of a name, of their unit's name, or a whole number where that may be seen.</summary>
internal sealed class PeopleFinder(PeopleReading reading) : IFinder
{
    public async Task<IReadOnlyList<Found>> FindAsync(Viewer viewer, string needle, int atMost, CancellationToken cancellationToken)
    {
        var people = await reading.ListAsync(viewer, needle, null, null, atMost, cancellationToken);
        return
        [
            .. people.Select(p => new Found(
                "search.kind.person",
                p.Name,
                PeopleLinks.Person(p.Id),
                string.Join(" · ", new[] { p.JobTitle, p.Unit }.Where(t => !string.IsNullOrEmpty(t)))
            )),
        ];
    }
}

/// <summary>Units by the beginning of their name.</summary>
internal sealed class UnitFinder(FieldcraftDb db, Words words) : IFinder
{
    public async Task<IReadOnlyList<Found>> FindAsync(Viewer viewer, string needle, int atMost, CancellationToken cancellationToken)
    {
        var (from, to) = FoldedName.RangeOf(needle);
        var units = await db
            .Units.AsNoTracking()
            .Where(u => string.Compare(u.NameKey, from) >= 0 && string.Compare(u.NameKey, to) < 0)
            .OrderBy(u => u.NameKey)
            .ThenBy(u => u.Id)
            .Take(atMost)
            .ToListAsync(cancellationToken);
        return [.. units.Select(u => new Found("search.kind.unit", u.Name, PeopleLinks.Unit(u.Id), words[$"units.kind.{u.Kind}"]))];
    }
}

using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Finds people who work at a site by the beginning of a name, whether or not they have a way to sign in.</summary>
public sealed class SitePeople(FieldcraftDb db)
{
    private const int Most = 8;

    public async Task<IReadOnlyList<NamedPerson>> FindAsync(Site site, string? name, CancellationToken cancellationToken)
    {
        if (name?.Trim().Length is not (>= ReaderSearch.ShortestName and <= ReaderSearch.LongestName))
        {
            return [];
        }

        var called = db.People.CalledLike(name).Select(p => p.Id);
        var (low, high) = SitesReading.Range(site.Path);
        return await (
            from person in db.People.AsNoTracking()
            where called.Contains(person.Id) && person.Status == PersonStatus.Active
            join unit in db.Units on person.UnitId equals unit.Id
            where string.Compare(unit.Path, low) >= 0 && string.Compare(unit.Path, high) < 0
            orderby person.NameKey, person.Id
            select new NamedPerson(
                person.Id,
                NamedPerson.NameOf(person.FirstName, person.LastName, person.PreferredName),
                person.JobTitle,
                unit.Name
            )
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
    }
}

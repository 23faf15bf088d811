using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>What there is to choose from when a programme is described.</summary>
public sealed record ProgrammeChoices(IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Sponsors)
{
    private const int UnitsAtMost = 400;

    /// <summary>Units down to the facility, in the order of the tree; people who hold the sponsor's role.</summary>
    public static async Task<ProgrammeChoices> ReadAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        var units = await db
            .Units.AsNoTracking()
            .Where(u => u.Kind != UnitKind.Team)
            .OrderBy(u => u.Path)
            .Take(UnitsAtMost)
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.Path,
            })
            .ToListAsync(cancellationToken);
        var sponsors = await (
            from p in db.People.AsNoTracking()
            where p.Status != PersonStatus.Left && db.Grants.Any(g => g.PersonId == p.Id && g.Role == Role.Sponsor)
            orderby p.LastName, p.FirstName, p.Id
            select new NamedPerson(p.Id, NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName), p.JobTitle, "")
        ).ToListAsync(cancellationToken);
        var names = units.ToDictionary(u => u.Path.Split('.', StringSplitOptions.RemoveEmptyEntries)[^1], u => u.Name);
        return new ProgrammeChoices(
            [
                .. units
                    .Select(u => new Choice(
                        u.Id.Value.ToString(),
                        string.Join(
                            " / ",
                            u.Path.Split('.', StringSplitOptions.RemoveEmptyEntries)
                                .Select(id => names.GetValueOrDefault(id))
                                .OfType<string>()
                        )
                    ))
                    .OrderBy(c => c.Text, StringComparer.CurrentCultureIgnoreCase),
            ],
            [.. sponsors.Select(s => s.AsChoice())]
        );
    }
}

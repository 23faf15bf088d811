using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conditions;

/// <summary>Finds what holds in a unit. The units above are in its path, so that the depth of the tree costs no further query.</summary>
public sealed class ConditionsReading(FieldcraftDb db)
{
    /// <summary>As many job titles as a page offers.</summary>
    public const int MostTitles = 40;

    public async Task<UnitConditions?> FindAsync(UnitId id, CancellationToken cancellationToken)
    {
        var unit = await db
            .Units.AsNoTracking()
            .Where(u => u.Id == id)
            .Select(u => new { u.Name, u.Path })
            .FirstOrDefaultAsync(cancellationToken);
        return unit is null ? null : new UnitConditions(id, unit.Name, unit.Path, await HeldAsync(unit.Path, null, cancellationToken));
    }

    /// <summary>What holds where the viewer works, with the texts for their job title; null for somebody without a unit.</summary>
    public async Task<OwnConditions?> OwnAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var place = await db
            .People.Where(p => p.Id == me)
            .Join(
                db.Units,
                p => p.UnitId,
                u => (UnitId?)u.Id,
                (p, u) =>
                    new
                    {
                        u.Id,
                        u.Name,
                        u.Path,
                        p.JobTitle,
                    }
            )
            .FirstOrDefaultAsync(cancellationToken);
        return place is null
            ? null
            : new OwnConditions(
                new UnitConditions(
                    place.Id,
                    place.Name,
                    place.Path,
                    await HeldAsync(place.Path, FoldedName.Of(place.JobTitle), cancellationToken)
                ),
                place.JobTitle
            );
    }

    /// <summary>All wordings of what a unit says to a topic, newest first, each with what changed.</summary>
    public async Task<IReadOnlyList<OpenEdition>> EditionsAsync(
        UnitId unit,
        string topic,
        string titleKey,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .Conditions.AsNoTracking()
            .Where(c => c.UnitId == unit && c.Topic == topic && c.TitleKey == titleKey)
            .SelectMany(c => c.Editions)
            .OrderBy(e => e.Number)
            .Select(e => new
            {
                e.Number,
                e.Text,
                e.WrittenAt,
                By = db
                    .People.Where(p => p.Id == e.WrittenById)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var editions = new List<OpenEdition>();
        foreach (var row in rows)
        {
            var (before, text) = (editions.LastOrDefault()?.Text ?? "", row.Text ?? "");
            editions.Add(new OpenEdition(row.Number, text, row.By, row.WrittenAt, WordChanges.Between(before, text)));
        }

        editions.Reverse();
        return editions;
    }

    /// <summary>The job titles of the people in a unit and below it, by name.</summary>
    public Task<List<string>> JobTitlesInAsync(string path, CancellationToken cancellationToken)
    {
        // A subtree is one range of paths: a path ends with a dot, and the character after the dot is the slash.
        var to = $"{path[..^1]}/";
        return db
            .People.Where(p => p.JobTitle != "" && p.Status != PersonStatus.Left)
            .Where(p => db.Units.Any(u => u.Id == p.UnitId && string.Compare(u.Path, path) >= 0 && string.Compare(u.Path, to) < 0))
            .Select(p => p.JobTitle)
            .Distinct()
            .OrderBy(t => t)
            .Take(MostTitles)
            .ToListAsync(cancellationToken);
    }

    private async Task<List<HeldCondition>> HeldAsync(string path, string? titleKey, CancellationToken cancellationToken)
    {
        var way = PeopleReading.IdsIn(path).ToList();
        var conditions = db.Conditions.AsNoTracking().Where(c => way.Contains(c.UnitId));
        if (titleKey is not null)
        {
            conditions = conditions.Where(c => c.TitleKey == "" || c.TitleKey == titleKey);
        }

        return await conditions
            .Join(db.Units, c => c.UnitId, u => u.Id, (c, u) => new { c, u })
            .OrderBy(x => x.c.Id)
            .Select(x => new HeldCondition(
                x.c.Id,
                x.c.UnitId,
                x.u.Name,
                x.u.Path.Length,
                x.c.Topic,
                x.c.JobTitle,
                x.c.TitleKey,
                x.c.Text ?? "",
                db.People.Where(p => p.Id == x.c.WrittenById)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                x.c.WrittenAt,
                x.c.Version
            ))
            .ToListAsync(cancellationToken);
    }
}

using System.Security.Cryptography;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>Cuts a unit's people into the parts of a release, and keeps where everybody stands for the next wave.</summary>
public sealed class Freezer(FieldcraftDb db, TimeProvider clock)
{
    /// <summary>With marks, units are told apart down to the place of work; below it a mark would single people out.</summary>
    private static readonly HashSet<UnitKind> Places = [UnitKind.Organisation, UnitKind.State, UnitKind.Network, UnitKind.Facility];

    private static readonly (int Below, string Mark)[] Spans =
    [
        (1, "under_1"),
        (3, "1_to_3"),
        (10, "3_to_10"),
        (int.MaxValue, "10_and_more"),
    ];

    public const string Leads = Cell.Leads;
    public const string LeadsNobody = "others";

    /// <summary>The values of a mark as they follow one another; what has no order of its own by its name.</summary>
    public static IReadOnlyList<string> InOrder(ReleaseMark mark, IEnumerable<string> values) =>
        [
            .. values
                .OrderBy(v => mark == ReleaseMark.Tenure && Array.FindIndex(Spans, s => s.Mark == v) is var at and >= 0 ? at : int.MaxValue)
                .ThenBy(v => v, StringComparer.Ordinal),
        ];

    public async Task<Frozen> FreezeAsync(Release release, Unit unit, CancellationToken cancellationToken)
    {
        var path = unit.Path;
        var units = await db
            .Units.AsNoTracking()
            .Where(u => u.Path.StartsWith(path))
            .Select(u => new
            {
                u.Id,
                u.Path,
                u.Kind,
            })
            .ToListAsync(cancellationToken);
        var places = units.Where(u => Places.Contains(u.Kind)).Select(u => u.Path).ToHashSet(StringComparer.Ordinal);
        var paths = units.ToDictionary(u => u.Id, u => release.HasMarks ? PlaceOf(u.Path, path, places) : u.Path);
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.Status != PersonStatus.Left && p.UnitId != null)
            .Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(path)))
            .Select(p => new
            {
                p.Id,
                UnitId = p.UnitId!.Value,
                p.EmploymentType,
                p.StartedOn,
                Leads = db.People.Any(r => r.ManagerId == p.Id),
            })
            .ToListAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (series, unitId) = (release.Kind, unit.Id);
        return Freezing.Freeze(
            release,
            [
                .. people.Select(p =>
                    release.HasMarks
                        ? new PlacedPerson(
                            p.Id,
                            paths[p.UnitId],
                            p.Leads ? Leads : LeadsNobody,
                            MarkOf(p.EmploymentType),
                            SpanOf(p.StartedOn, today)
                        )
                        : new PlacedPerson(p.Id, paths[p.UnitId])
                ),
            ],
            await db.ReleaseStandings.AsNoTracking().Where(s => s.Series == series && s.UnitId == unitId).ToListAsync(cancellationToken),
            RandomNumberGenerator.GetInt32
        );
    }

    /// <summary>Saves what was added, then the cells, and replaces where people stood before: as many rows as people, so nothing of it is tracked.</summary>
    public async Task KeepAsync(Frozen frozen, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAsync(frozen.Cells, null, cancellationToken);
        if (frozen.Standings is not [var first, ..])
        {
            return;
        }

        var (series, unit) = (first.Series, first.UnitId);
        await db.ReleaseStandings.Where(s => s.Series == series && s.UnitId == unit).ExecuteDeleteAsync(cancellationToken);
        await db.InsertAsync(frozen.Standings, null, cancellationToken);
    }

    private static string PlaceOf(string path, string top, HashSet<string> places)
    {
        for (var at = path; at.Length >= top.Length; at = Above(at))
        {
            if (places.Contains(at) || at == top)
            {
                return at;
            }
        }

        return top;
    }

    private static string Above(string path) => path[..(path.LastIndexOf('.', path.Length - 2) + 1)];

    private static string MarkOf(string said)
    {
        var mark = said.Trim().ToLowerInvariant();
        return mark.Length == 0 ? "unsaid" : mark[..Math.Min(mark.Length, ReleaseCell.MarkLength)];
    }

    private static string SpanOf(DateOnly? since, DateOnly today) =>
        since is { } from ? Array.Find(Spans, s => from.AddYears(Math.Min(s.Below, 200)) > today).Mark : "unsaid";
}

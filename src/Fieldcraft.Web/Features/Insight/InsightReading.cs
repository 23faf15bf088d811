using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>Which people a figure is about.</summary>
/// <param name="Unit">With everybody below it; null for all.</param>
public sealed record InsightFilter(UnitId? Unit = null, string? Work = null, string? Employment = null, string? Tenure = null)
{
    public string? Of(ReleaseMark mark) =>
        mark switch
        {
            ReleaseMark.Work => Work,
            ReleaseMark.Employment => Employment,
            _ => Tenure,
        };
}

/// <summary>A line of a table: a group by name, and its figure.</summary>
/// <param name="Name">A word key of a mark, or the name of a unit.</param>
public sealed record InsightLine(string Name, bool IsUnit, GroupValue Value);

/// <summary>A release that can be chosen.</summary>
public sealed record InsightRound(ReleaseId Id, ReleaseKind Kind, UnitId UnitId, DateOnly From, DateOnly Until);

/// <summary>Reads figures about groups, for pages, operations, exports and mails alike: everything passes <see cref="OpenRelease.Of"/>.</summary>
public sealed class InsightReading(FieldcraftDb db, ReleaseShelf shelf)
{
    private const int RoundsShown = 12;

    /// <summary>The newest quarters of an organisation.</summary>
    public Task<List<InsightRound>> QuartersAsync(UnitId unit, CancellationToken cancellationToken) =>
        db
            .Releases.AsNoTracking()
            .Where(r => r.Kind == ReleaseKind.Quarter && r.UnitId == unit && r.PublishedAt != null)
            .OrderByDescending(r => r.From)
            .Take(RoundsShown)
            .Select(r => new InsightRound(r.Id, r.Kind, r.UnitId, r.From, r.Until))
            .ToListAsync(cancellationToken);

    public Task<OpenRelease?> OpenAsync(ReleaseId id, CancellationToken cancellationToken) => shelf.FindAsync(db, id, cancellationToken);

    /// <summary>The units that a release tells apart, by path.</summary>
    public async Task<IReadOnlyList<Unit>> UnitsOfAsync(OpenRelease release, CancellationToken cancellationToken)
    {
        var paths = release.Cells.SelectMany(c => Ways(c.UnitPath)).Distinct().ToList();
        var ids = paths.Select(p => UnitId.From(Guid.ParseExact(p.TrimEnd('.').Split('.')[^1], "N"))).ToList();
        return await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Path).ToListAsync(cancellationToken);
    }

    public static Func<ReleaseCell, bool> Asked(InsightFilter filter, IReadOnlyList<Unit> units)
    {
        var path = filter.Unit is { } unit ? units.FirstOrDefault(u => u.Id == unit)?.Path : "";
        return cell =>
            path is not null
            && cell.UnitPath.StartsWith(path, StringComparison.Ordinal)
            && (filter.Work is null || cell.Work == filter.Work)
            && (filter.Employment is null || cell.Employment == filter.Employment)
            && (filter.Tenure is null || cell.Tenure == filter.Tenure);
    }

    /// <summary>One measure, group by group: the values of a mark, or the units just below the one that is chosen.</summary>
    public static IReadOnlyList<InsightLine> Lines(
        OpenRelease release,
        string measure,
        InsightFilter filter,
        ReleaseMark? by,
        IReadOnlyList<Unit> units
    )
    {
        var asked = Asked(filter, units);
        if (by is { } mark)
        {
            return
            [
                .. release
                    .Cells.Select(c => c.Mark(mark))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(value => new InsightLine(
                        $"insight.{mark}.{value}",
                        false,
                        release.Of(measure, c => asked(c) && c.Mark(mark) == value)
                    )),
            ];
        }

        var top =
            filter.Unit is { } unit ? units.FirstOrDefault(u => u.Id == unit)
            : units is [var first, ..] ? first
            : null;
        return
        [
            .. units
                .Where(u => u.ParentId == top?.Id)
                .OrderBy(u => u.NameKey, StringComparer.Ordinal)
                .Select(u => new InsightLine(
                    u.Name,
                    true,
                    release.Of(measure, c => asked(c) && c.UnitPath.StartsWith(u.Path, StringComparison.Ordinal))
                )),
        ];
    }

    private static IEnumerable<string> Ways(string path)
    {
        for (var end = path.IndexOf('.', StringComparison.Ordinal); end >= 0; end = path.IndexOf('.', end + 1))
        {
            yield return path[..(end + 1)];
        }
    }
}

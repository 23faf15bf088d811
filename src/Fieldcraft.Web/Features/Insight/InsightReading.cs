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

    /// <summary>Whether the people of a cell have the marks; wherever they are.</summary>
    public bool HasMarksOf(ReleaseCell cell) =>
        (Work is null || cell.Work == Work)
        && (Employment is null || cell.Employment == Employment)
        && (Tenure is null || cell.Tenure == Tenure);
}

/// <summary>A line of a table: a group by name, and its figure.</summary>
/// <param name="Name">A word key of a mark, or the name of a unit.</param>
public sealed record InsightLine(string Name, bool IsUnit, GroupValue Value);

/// <summary>A group that a line of a table stands for.</summary>
public sealed record InsightGroup(string Name, bool IsUnit, PartsAsked Asked);

/// <summary>A release that can be chosen.</summary>
public sealed record InsightRound(ReleaseId Id, ReleaseKind Kind, UnitId UnitId, DateOnly From, DateOnly Until);

/// <summary>Reads figures about groups, for pages, operations, exports and mails alike: everything passes <see cref="OpenRelease.Of"/>.</summary>
public sealed class InsightReading(FieldcraftDb db, ReleaseShelf shelf)
{
    private const int RoundsShown = 12;
    private const int UnitsShown = 300;

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

    /// <summary>
    /// The units that a release tells apart, by path. Of a large organisation only the one that is chosen with those above it and those just below: one goes down
    /// step by step.
    /// </summary>
    public async Task<IReadOnlyList<Unit>> UnitsOfAsync(OpenRelease release, UnitId? chosen, CancellationToken cancellationToken)
    {
        var paths = release.UnitPaths.AsEnumerable();
        if (release.UnitPaths.Count > UnitsShown)
        {
            var at = chosen is { } unit ? paths.FirstOrDefault(p => IdOf(p) == unit) : null;
            at ??= paths.MinBy(p => p.Length)!;
            paths = paths.Where(p => at.StartsWith(p, StringComparison.Ordinal) || IsJustBelow(p, at));
        }

        var ids = paths.Select(IdOf).ToList();
        return await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Path).ToListAsync(cancellationToken);
    }

    /// <summary>Whom a filter is about; nobody where the release does not tell its unit apart.</summary>
    public static PartsAsked Ask(OpenRelease release, InsightFilter filter, IReadOnlyList<Unit> units)
    {
        var (under, isAsked) = AskedBy(filter, units);
        return release.Ask(under, isAsked);
    }

    /// <summary>The groups that the lines of a table stand for: the values of a mark, or the units just below the one that is chosen.</summary>
    public static IReadOnlyList<InsightGroup> Groups(OpenRelease release, InsightFilter filter, ReleaseMark? by, IReadOnlyList<Unit> units)
    {
        var (under, isAsked) = AskedBy(filter, units);
        if (by is { } mark)
        {
            return
            [
                .. release
                    .ValuesOf(mark)
                    .Select(value => new InsightGroup(
                        $"insight.{mark}.{value}",
                        false,
                        release.Ask(under, c => c.Mark(mark) == value && isAsked(c))
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
                .Select(u => new InsightGroup(u.Name, true, release.Ask(u.Path, isAsked))),
        ];
    }

    private static (string Under, Func<ReleaseCell, bool> IsAsked) AskedBy(InsightFilter filter, IReadOnlyList<Unit> units) =>
        filter.Unit is not { } chosen ? ("", filter.HasMarksOf)
        : units.FirstOrDefault(u => u.Id == chosen) is { } unit ? (unit.Path, filter.HasMarksOf)
        : ("", _ => false);

    private static UnitId IdOf(string path) => UnitId.From(Guid.ParseExact(path.TrimEnd('.').Split('.')[^1], "N"));

    private static bool IsJustBelow(string path, string other) =>
        path.Length > other.Length
        && path.StartsWith(other, StringComparison.Ordinal)
        && path.IndexOf('.', other.Length) == path.Length - 1;
}

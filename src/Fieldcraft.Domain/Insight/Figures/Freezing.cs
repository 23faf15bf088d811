using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Insight.Figures;

/// <summary>Where somebody belongs on the day on which a release is frozen.</summary>
/// <param name="UnitPath">Of the unit down to which the release tells units apart.</param>
/// <param name="Work">Empty where marks are not told apart, as the two others.</param>
public sealed record PlacedPerson(PersonId Person, string UnitPath, string Work = "", string Employment = "", string Tenure = "");

/// <summary>The frozen cells of a release, and where everybody stands in its series from now on.</summary>
public sealed record Frozen(IReadOnlyList<ReleaseCell> Cells, IReadOnlyList<ReleaseStanding> Standings);

/// <summary>Cuts an organisation into the parts of a release: large enough, and safe beside every wave before.</summary>
public static class Freezing
{
    /// <param name="people">Everybody who belongs to the release, once.</param>
    /// <param name="earlier">Where people stood after the wave before; empty for the first.</param>
    /// <param name="below">As in <see cref="Waves.Settle"/>.</param>
    public static Frozen Freeze(
        Release release,
        IReadOnlyCollection<PlacedPerson> people,
        IReadOnlyCollection<ReleaseStanding> earlier,
        Func<int, int> below
    )
    {
        var placed = people.ToDictionary(p => p.Person);
        var depth = Cell.Depth(people.Select(p => p.UnitPath));
        var cells = people
            .GroupBy(p => (p.Work, p.UnitPath, p.Employment, p.Tenure))
            .Select(g =>
                (Key: g.Key, Cell: new Cell(Cell.Way(g.Key.UnitPath, g.Key.Work, g.Key.Employment, g.Key.Tenure, depth), g.Count()))
            )
            .ToDictionary(c => c.Key, c => c.Cell);
        var parts = Pooling
            .Pool(cells.Values, release.Minimum)
            .SelectMany((part, number) => part.Cells.Select(c => (c, number)))
            .ToDictionary(p => p.c, p => p.number, (IEqualityComparer<Cell>)ReferenceEqualityComparer.Instance);

        var classes = earlier.ToDictionary(s => s.OwnerId, s => s.Together);
        var standings = people
            .Select(p => new Standing<PersonId>(p.Person, classes.GetValueOrDefault(p.Person), PartOf(p)))
            .Concat(earlier.Where(s => !placed.ContainsKey(s.OwnerId)).Select(s => new Standing<PersonId>(s.OwnerId, s.Together, null)));
        var settled = Waves.Settle([.. standings], release.Minimum, below);
        return new Frozen(
            [
                .. settled
                    .Where(s => s.Part is not null)
                    .GroupBy(s =>
                        (
                            Part: s.Part!.Value,
                            placed[s.Person].UnitPath,
                            placed[s.Person].Work,
                            placed[s.Person].Employment,
                            placed[s.Person].Tenure
                        )
                    )
                    .OrderBy(g => g.Key)
                    .Select(
                        (g, number) =>
                            new ReleaseCell(
                                release.Id,
                                number,
                                g.Key.Part,
                                g.Key.UnitPath,
                                g.Key.Work,
                                g.Key.Employment,
                                g.Key.Tenure,
                                g.Count()
                            )
                    ),
            ],
            [.. settled.Select(s => new ReleaseStanding(release.Kind, release.UnitId, s.Person, s.Class, s.Part))]
        );

        int? PartOf(PlacedPerson person) =>
            parts.TryGetValue(cells[(person.Work, person.UnitPath, person.Employment, person.Tenure)], out var number) ? number : null;
    }
}

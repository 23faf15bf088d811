using Fieldcraft.Domain.Board;

namespace Fieldcraft.Tests.Board;

public sealed class ReadyNowBiasTests
{
    private const int Minimum = 10;

    [Fact]
    public void The_shares_and_their_range_are_those_of_the_people()
    {
        var bias = ReadyNowBias.Of([.. Some("a.", 10, true, 8), .. Some("a.", 30, false, 6)], ["a."], Minimum);

        bias.Whole.Asked.ShouldBe(new BeforeShare(14, 40));
        bias.Whole.TakenUp.ShouldBe(new BeforeShare(8, 10));
        // DOMAIN 12.5's interval: 8 of 10.
        bias.Whole.TakenUp!.Range.Lower.ShouldBe(0.490, 0.001);
        bias.Whole.TakenUp.Range.Upper.ShouldBe(0.943, 0.001);
        bias.Units["a."].ShouldBe(bias.Whole);
    }

    [Fact]
    public void Fewer_than_ten_are_withheld_and_so_is_what_would_give_them_away()
    {
        // Nine were not taken up: who were, and who asked, would give them away.
        var few = ReadyNowBias.Of([.. Some("a.", 12, true, 3), .. Some("a.", 9, false, 3)], ["a."], Minimum);
        few.Whole.Asked.ShouldNotBeNull();
        few.Whole.TakenUp.ShouldBeNull();
        ReadyNowBias.Of([.. Some("a.", 9, true, 3)], ["a."], Minimum).Whole.ShouldBe(new BiasFigure(null, null));

        // Beside a total, one small unit takes a larger one along.
        var nested = ReadyNowBias.Of(
            [.. Some("a.", 20, true, 3), .. Some("b.", 12, true, 3), .. Some("c.", 4, true, 3)],
            ["a.", "b.", "c."],
            Minimum
        );
        nested.Units["a."].Asked.ShouldNotBeNull();
        nested.Units["b."].Asked.ShouldBeNull();
        nested.Units["c."].Asked.ShouldBeNull();
    }

    /// <summary>Every sum and difference of the figures over whole cells (unit × taken up or not) is about nobody or at least ten.</summary>
    [Fact]
    public void No_difference_of_what_is_shown_is_about_a_few()
    {
        var shownTaken = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            string[] units = ["a.", "b.", "c.", "d."];
            var people = units.SelectMany(u => Some(u, random.Next(0, 24), true, 0).Concat(Some(u, random.Next(0, 40), false, 0))).ToList();
            var bias = ReadyNowBias.Of(people, units, Minimum);
            var figures = units
                .Select(u => (Path: u, Figure: bias.Units[u]))
                .Append((Path: "", Figure: bias.Whole))
                .SelectMany(f =>
                    new[]
                    {
                        (Cells: Cells(f.Path, null), Shown: f.Figure.Asked is not null),
                        (Cells: Cells(f.Path, true), Shown: f.Figure.TakenUp is not null),
                    }
                )
                .Where(f => f.Shown)
                .Select(f => f.Cells)
                .ToList();
            shownTaken += bias.Units.Values.Count(f => f.TakenUp is not null);
            foreach (var combination in Combinations(figures))
            {
                var left = combination.Sum(c => people.Count(p => Cell(p.UnitPath, p.IsTakenUp) == c));
                (left == 0 || left >= Minimum).ShouldBeTrue($"seed {seed}: {string.Join(' ', combination)}");
            }
        }

        shownTaken.ShouldBeGreaterThan(50, "Where nothing is shown, nothing was attacked.");

        HashSet<string> Cells(string path, bool? taken) =>
            [
                .. new[] { "a.", "b.", "c.", "d." }
                    .Where(u => u.StartsWith(path, StringComparison.Ordinal))
                    .SelectMany(u => new[] { (u, true), (u, false) })
                    .Where(c => taken is null || c.Item2 == taken)
                    .Select(c => Cell(c.u, c.Item2)),
            ];
    }

    private static string Cell(string unit, bool taken) => $"{unit}{taken}";

    /// <summary>What is left of one figure when others that lie inside it are taken away.</summary>
    private static IEnumerable<HashSet<string>> Combinations(List<HashSet<string>> figures)
    {
        foreach (var whole in figures)
        {
            var inside = figures.Where(f => f.Count < whole.Count && f.IsSubsetOf(whole)).ToList();
            for (var mask = 0; mask < 1 << Math.Min(inside.Count, 8); mask++)
            {
                var taken = inside.Take(8).Where((_, i) => (mask & (1 << i)) != 0).ToList();
                // Only figures that do not overlap can be taken away from a sum.
                if (taken.Sum(t => t.Count) == taken.SelectMany(t => t).Distinct().Count())
                {
                    yield return [.. whole.Except(taken.SelectMany(t => t))];
                }
            }
        }
    }

    private static IEnumerable<AskedPerson> Some(string unit, int count, bool taken, int before) =>
        Enumerable.Range(0, count).Select(i => new AskedPerson(unit, taken, i < before));
}

using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Tests.Insight;

/// <summary>Whoever holds a report over a tree of units adds and subtracts its lines in every way, and never arrives at a few people.</summary>
public sealed class NestedGroupsTests
{
    private const int Minimum = 5;
    private const int Trees = 400;

    [Fact]
    public void No_sum_or_difference_of_what_is_shown_is_about_a_few()
    {
        var hidden = 0;
        for (var seed = 0; seed < Trees; seed++)
        {
            var (groups, leaves) = Tree(seed);
            var shown = NestedGroups.Shown(groups, Minimum);

            Fewest(shown, leaves).ShouldBeGreaterThanOrEqualTo(Minimum, $"tree {seed}");
            hidden += groups.Count(g => g.Size >= Minimum && !shown.Contains(g.Path));
        }

        // Where nothing has to go along, nothing was attacked.
        hidden.ShouldBeGreaterThan(Trees / 10);
    }

    [Fact]
    public void The_attack_finds_what_a_rule_by_size_alone_gives_away() =>
        Enumerable
            .Range(0, Trees)
            .Select(Tree)
            .Count(t => Fewest(t.Groups.Where(g => g.Size >= Minimum).Select(g => g.Path), t.Leaves) < Minimum)
            .ShouldBeGreaterThan(Trees / 10);

    [Fact]
    public void The_smallest_goes_along_with_one_that_is_too_small()
    {
        List<NestedGroup> groups = [new("/", 33), new("/a/", 20), new("/b/", 10), new("/c/", 3)];

        NestedGroups.Shown(groups, Minimum).ShouldBe(["/", "/a/"], ignoreOrder: true);
        NestedGroups.Shown([new NestedGroup("/", 4)], Minimum).ShouldBeEmpty();
    }

    /// <summary>The smallest number of people to whom some sum of shown lines, each added, subtracted or left out, comes down.</summary>
    private static int Fewest(IEnumerable<string> shown, List<(string Path, int Size)> leaves)
    {
        var fewest = int.MaxValue;
        var sums = new List<int[]> { new int[leaves.Count] };
        foreach (var path in shown)
        {
            var line = leaves.Select(l => l.Path.StartsWith(path, StringComparison.Ordinal) ? 1 : 0).ToArray();
            sums = [.. sums.SelectMany(s => new[] { s, Plus(s, line, 1), Plus(s, line, -1) })];
        }

        foreach (var sum in sums.Where(s => Array.TrueForAll(s, x => x is 0 or 1)))
        {
            var people = leaves.Where((_, i) => sum[i] == 1).Sum(l => l.Size);
            fewest = people > 0 ? Math.Min(fewest, people) : fewest;
        }

        return fewest;
    }

    private static int[] Plus(int[] one, int[] other, int times) => [.. one.Zip(other, (a, b) => a + (times * b))];

    /// <summary>A root, some branches with people of their own, and leaves.</summary>
    private static (List<NestedGroup> Groups, List<(string Path, int Size)> Leaves) Tree(int seed)
    {
        var random = new Random(seed);
        var leaves = new List<(string Path, int Size)>();
        var paths = new List<string> { "/" };
        for (var branch = 0; branch < random.Next(1, 4); branch++)
        {
            paths.Add($"/{branch}/");
            leaves.Add(($"/{branch}/", random.Next(0, 4)));
            for (var leaf = 0; leaf < random.Next(0, 3); leaf++)
            {
                paths.Add($"/{branch}/{leaf}/");
                leaves.Add(($"/{branch}/{leaf}/", random.Next(0, 14)));
            }
        }

        return (
            [.. paths.Select(p => new NestedGroup(p, leaves.Where(l => l.Path.StartsWith(p, StringComparison.Ordinal)).Sum(l => l.Size)))],
            leaves
        );
    }
}

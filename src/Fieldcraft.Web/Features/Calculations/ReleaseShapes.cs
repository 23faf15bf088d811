using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>A smallest group: its way from the top, for example <c>["North", "Depot 4"]</c>, and how many are in it.</summary>
public sealed record ReleaseGroup(IReadOnlyList<string>? Path, int Size);

/// <summary>The smallest groups of a tree, all at one depth, each once.</summary>
/// <param name="Minimum">5 or more.</param>
public sealed record ReleaseRequest(IReadOnlyList<ReleaseGroup>? Groups, int Minimum = Release.LeastMinimum)
{
    private const int GroupsAtMost = 2_000;
    private const int StepsAtMost = 8;

    internal IReadOnlyList<InputProblem> Problems()
    {
        var groups = Groups ?? [];
        return
        [
            .. groups.Count is 0 or > GroupsAtMost ? [new InputProblem("groups", InputProblems.WrongCount)] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("minimum", Minimum, Release.LeastMinimum, int.MaxValue),
            .. groups.SelectMany((g, i) => InputProblems.Outside($"groups[{i}].size", g.Size, 1, 100_000_000)),
            .. groups
                .Select((g, i) => (Steps: g.Path?.Count ?? 0, i))
                .Where(g => g.Steps is 0 or > StepsAtMost || g.Steps != (groups[0].Path?.Count ?? 0))
                .Select(g => new InputProblem($"groups[{g.i}].path", InputProblems.WrongCount)),
            .. groups
                .GroupBy(g => string.Join('/', g.Path ?? []))
                .Where(g => g.Count() > 1)
                .Select(_ => new InputProblem("groups", "twice")),
        ];
    }
}

/// <summary>A group, as its steps with “/” between them (empty: all together); withheld names the rule.</summary>
public sealed record ReleaseLine(string Path, int? Value, ReleaseWithheld? Withheld);

public sealed record ReleaseWithheld(WithheldRule Rule, int Minimum);

/// <summary>Every group of the tree; the value is its size where it may be shown.</summary>
public sealed record ReleaseTable(IReadOnlyList<ReleaseLine> Groups)
{
    internal static ReleaseTable Of(ReleaseRequest asked)
    {
        var cells = asked.Groups!.Select(g => new Cell(g.Path!, g.Size)).ToList();
        return new ReleaseTable([
            .. ReleaseRule
                .Answer(cells, asked.Minimum)
                .Select(a => new ReleaseLine(
                    a.Path,
                    a.Withheld is null ? a.Size : null,
                    a.Withheld is { } rule ? new ReleaseWithheld(rule, asked.Minimum) : null
                )),
        ]);
    }
}

using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>One capability as it is read, with what differs from the edition before marked in every text.</summary>
public sealed record CapabilityView(
    string Id,
    IReadOnlyList<ChangedWords> Name,
    IReadOnlyList<IReadOnlyList<ChangedWords>> Levels,
    IReadOnlyList<ChangedWords> SeenBy,
    IReadOnlyList<ChangedWords> Examples,
    IReadOnlyList<ChangedWords> Statements,
    IReadOnlyList<ChangedWords> BuiltBy,
    IReadOnlyList<CapabilityChange> Changes
);

/// <summary>An edition as it is read; beside another one, what differs is marked.</summary>
public sealed class EditionView(Catalogue catalogue, Catalogue? before, Words words)
{
    private readonly FrameworkComparison _comparison = FrameworkComparison.Between(before?.Content ?? catalogue.Content, catalogue.Content);

    public Catalogue Catalogue => catalogue;

    public IReadOnlyList<CapabilityView> Capabilities => [.. catalogue.Shown.Select(View)];

    /// <summary>Names that are kept and offered no more.</summary>
    public IReadOnlyList<string> Hidden =>
        [.. catalogue.Content.Capabilities.Where(c => c.IsHidden).Select(c => catalogue.NameOf(c.Id, words))];

    /// <summary>What the organisation calls challenges, where that is not the default's name.</summary>
    public IReadOnlyList<IReadOnlyList<ChangedWords>> ChallengesNamed =>
        [
            .. ChallengeDimension
                .All.Where(d => catalogue.Content.ChallengeNames.ContainsKey(d.Id))
                .Select(d => WordChanges.Between(words.Delivered($"dimension.{d.Id}.name"), catalogue.NameOf(d, words))),
        ];

    private CapabilityView View(Capability now)
    {
        var was = before is null ? now : before.Find(now.Id);
        var earlier = before ?? catalogue;
        return new CapabilityView(
            now.Id,
            WordChanges.Between(was is null ? "" : earlier.NameOf(now.Id, words), catalogue.NameOf(now.Id, words)),
            [
                .. Enumerable
                    .Range(1, Capability.Levels)
                    .Select(l =>
                        WordChanges.Between(was is null ? "" : earlier.LevelOf(now.Id, l, words), catalogue.LevelOf(now.Id, l, words))
                    ),
            ],
            Entries(was?.BestSeenBy.Select(Group), now.BestSeenBy.Select(Group)),
            Entries(was?.Examples, now.Examples),
            Entries(was?.Statements, now.Statements),
            Entries(was is null ? null : Weights(earlier, now.Id), Weights(catalogue, now.Id)),
            _comparison.Of(now.Id)
        );
    }

    private string Group(RaterGroup group) => words[$"framework.seen_by.{group}"];

    /// <summary>The challenges that build it, the strongest first.</summary>
    private IEnumerable<string> Weights(Catalogue of, string capability) =>
        ChallengeDimension
            .All.Select(d => (Name: of.NameOf(d, words), Weight: of.Weight(d, capability)))
            .Where(w => w.Weight > 0)
            .OrderByDescending(w => w.Weight)
            .Select(w => words[$"framework.built_by.{w.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture)}", w.Name]);

    private static IReadOnlyList<ChangedWords> Entries(IEnumerable<string>? was, IEnumerable<string> now)
    {
        var (earlier, later) = ((was ?? []).ToList(), now.ToList());
        return
        [
            .. later.Select(e => new ChangedWords(earlier.Contains(e, StringComparer.Ordinal) ? WordChange.Kept : WordChange.Added, e)),
            .. earlier.Where(e => !later.Contains(e, StringComparer.Ordinal)).Select(e => new ChangedWords(WordChange.Removed, e)),
        ];
    }
}

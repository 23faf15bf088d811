using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>What an edition calls things: the organisation's own text where it has one, the reader's language otherwise.</summary>
public static class CapabilityWords
{
    /// <summary>The name of a capability; the id itself where neither this edition nor the default knows it.</summary>
    public static string NameOf(this Catalogue catalogue, string capability, Words words) =>
        catalogue.Find(capability)?.Name
        ?? (words.Has($"capability.{capability}.name") ? words[$"capability.{capability}.name"] : capability);

    /// <summary>One of the four indicators.</summary>
    /// <param name="level">1–4.</param>
    public static string LevelOf(this Catalogue catalogue, string capability, int level, Words words) =>
        catalogue.Find(capability)?.LevelTexts is { } own ? own[level - 1]
        : words.Has($"capability.{capability}.level{level}") ? words[$"capability.{capability}.level{level}"]
        : "";

    /// <summary>The behaviours of the full form: the edition's own where it has some, otherwise the default's; none where neither has any.</summary>
    public static IReadOnlyList<string> StatementsOf(this Catalogue catalogue, string capability, Words words) =>
        catalogue.Find(capability) is { Statements: { Count: > 0 } own } ? own
        : catalogue.Find(capability)?.LevelTexts is not null ? []
        :
        [
            .. Enumerable
                .Range(1, Capability.StatementsAtMost)
                .Select(i => $"capability.{capability}.statement{i}")
                .Where(words.Has)
                .Select(key => words[key]),
        ];

    /// <summary>What the organisation calls a challenge.</summary>
    public static string NameOf(this Catalogue catalogue, ChallengeDimension dimension, Words words) =>
        catalogue.Content.ChallengeNames.TryGetValue(dimension.Id, out var own) ? own : words.Delivered($"dimension.{dimension.Id}.name");

    /// <summary>The capabilities on offer, for a list to choose from.</summary>
    public static IEnumerable<Choice> Choices(this Catalogue catalogue, Words words) =>
        catalogue.Shown.Select(c => new Choice(c.Id, catalogue.NameOf(c.Id, words)));
}

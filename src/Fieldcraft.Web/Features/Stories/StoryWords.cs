using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>The names of kinds of work, as lists to choose from and as a line under a story.</summary>
public static class StoryWords
{
    public static readonly IReadOnlyList<string> Questions = ["happened", "risk", "ready", "helped", "now"];

    public static IReadOnlyList<Choice> Archetypes(Words words, Knowledge knowledge) =>
        [.. knowledge.Archetypes.Select(a => new Choice(a.Id, words[a.NameWord]))];

    public static IReadOnlyList<Choice> Dimensions(Words words) =>
        [.. ChallengeDimension.All.Select(d => new Choice(d.Id, words[$"dimension.{d.Id}.name"]))];

    /// <summary>"Build something new · High stakes · New directions"; empty when nothing was chosen.</summary>
    public static string Line(Words words, Knowledge knowledge, StoryKinds kinds) =>
        string.Join(
            " · ",
            new[] { knowledge.Archetype(kinds.Archetype) is { } known ? words[known.NameWord] : null }
                .Concat(kinds.Dimensions.Select(d => words[$"dimension.{d}.name"]))
                .OfType<string>()
        );

    /// <summary>Who told it, as far as they stand by it.</summary>
    public static string By(Words words, ReadStory story) =>
        story.Teller is null ? words["stories.by.colleague"]
        : string.IsNullOrEmpty(story.JobTitle) ? story.Teller
        : words["stories.by", story.Teller, story.JobTitle];
}

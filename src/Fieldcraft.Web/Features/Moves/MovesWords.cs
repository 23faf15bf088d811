using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>What options are called, and which questions go with them.</summary>
public static class MovesWords
{
    /// <summary>How many questions there are for one obstacle; for a challenge there is one.</summary>
    private const int QuestionsPerObstacle = 2;

    /// <summary>The own name, or that of the two options that are always there.</summary>
    public static string NameOf(this MoveOption option, Words words) =>
        string.IsNullOrWhiteSpace(option.Name) ? words[$"moves.kind.{option.Kind}"] : option.Name;

    /// <summary>How something would be, in a word of its criterion; nothing where it was not said.</summary>
    public static string Say(this Effect? effect, string criterion, Words words) =>
        effect is { } said ? words[$"moves.effect.{criterion}.{said}"] : words["moves.not_said"];

    /// <summary>"Difficult boss (strongly), …", or that none is known.</summary>
    public static string ObstaclesOf(this MoveOption option, Words words) =>
        ChallengeDimension.Obstacles.All(o => option.Obstacles.GetValueOrDefault(o.Id) is null) ? words["moves.not_said"]
        : string.Join(
            ", ",
            ChallengeDimension
                .Obstacles.Where(o => option.Obstacles.GetValueOrDefault(o.Id) > 0)
                .Select(o =>
                    words[
                        "moves.obstacle",
                        words[$"dimension.{o.Id}.name"],
                        words[$"demand.{option.Obstacles[o.Id]}"].ToLower(words.Culture)
                    ]
                )
        )
            is { Length: > 0 } named
            ? named
        : words["moves.no_obstacles"];

    /// <summary>The strong ones only, for a line; or that none of those that are known is strong.</summary>
    public static string StrongObstaclesOf(this MoveOption option, Rules rules, Words words) =>
        option.StrongObstacles(rules.Value.AskFromObstacle) is { Count: > 0 } strong
            ? string.Join(", ", strong.Select(o => words[$"dimension.{o.Id}.name"]))
        : ChallengeDimension.Obstacles.All(o => option.Obstacles.GetValueOrDefault(o.Id) is null) ? words["moves.not_said"]
        : words["moves.none_strong"];

    /// <summary>What to ask before accepting: for each strong obstacle, and for what would be most new.</summary>
    public static IReadOnlyList<string> QuestionsFor(MoveOption option, MoveResult? result, Rules rules) =>
        option.StrongObstacles(rules.Value.AskFromObstacle) is { Count: > 0 } strong
            ?
            [
                .. strong.SelectMany(o => Enumerable.Range(1, QuestionsPerObstacle).Select(n => $"moves.ask.{o.Id}.{n}")),
                .. (result?.Guard.Parts ?? [])
                    .Where(p => p.Stretch >= rules.Guard.HotSpotTogetherStretch)
                    .OrderByDescending(p => p.Stretch)
                    .Select(p => $"moves.ask.{p.Dimension!.Id}"),
                "moves.ask.previous_holder",
            ]
            : [];
}

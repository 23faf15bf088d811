using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>What a gap says in a sentence. Levels go from 1.0 to 4.0 with one decimal; how sure a figure is stands in the same sentence.</summary>
internal static class GapWords
{
    /// <summary>A rating as a level with one decimal.</summary>
    public static string Level(double rating, Words words) => GapPicture.Level(rating).ToString("0.0", words.Culture);

    /// <summary>A difference of ratings as levels, without a sign.</summary>
    public static string Levels(double ratings, Words words) =>
        (Math.Abs(ratings) / GapPicture.RatingsPerLevel).ToString("0.0", words.Culture);

    /// <summary>A rung of the seven in words: "Practising", or "between Practising and Reliable".</summary>
    public static string Step(int rung, Words words) =>
        Ladder.LevelAt(rung) is { } level
            ? words[$"level.{level}"]
            : words["growth.step.between", words[$"level.{rung / 2}"], words[$"level.{(rung / 2) + 1}"]];

    /// <summary>"six people", in words up to twelve.</summary>
    public static string People(int count, Words words) =>
        words.Has($"growth.people.{count}") ? words[$"growth.people.{count}"] : words["growth.people", count];

    /// <summary>The sentence of a gap.</summary>
    public static string Says(GapPicture gap, Words words) =>
        gap switch
        {
            { Aim: null } => gap.Others is { IsBand: false } others
                ? words["gap.no_aim.others", People(others.Raters, words), Level(others.Mean, words)]
                : words["gap.no_aim"],
            { Others.IsBand: true } => words["gap.band"],
            { Result: null, IsWithheld: true } => words["gap.withheld"],
            { Result: null } => words["gap.unknown"],
            { Result.IsSelfViewOnly: true } => OwnOnly(gap, words),
            { IsSpread: true } => words["gap.spread", People(gap.Others!.Raters, words)],
            _ => WithOthers(gap, words),
        };

    /// <summary>How the own view lies to the others'; null when one of them is missing, and where the others do not see it alike.</summary>
    public static string? OwnAndOthers(GapPicture gap, Words words) =>
        gap is { IsSpread: false, Result: { IsSelfViewOnly: false, Comparison: { } comparison, SelfOtherDifference: { } difference } }
            ? words[$"gap.views.{comparison}", Levels(difference, words)]
            : null;

    /// <summary>What moved since the round before.</summary>
    public static string? Change(GapPicture gap, Words words) =>
        gap.Change is not { } change ? null
        : !change.Result.IsReliable
            ? words["gap.change.none", words.Day(change.Earlier.At), Levels(change.Result.SmallestReliableChange, words)]
        : words[
            change.After > change.Before ? "gap.change.up" : "gap.change.down",
            words.Day(change.Earlier.At),
            Levels(change.After - change.Before, words)
        ];

    /// <summary>Whose answers a figure holds: "peers", "peers and reports".</summary>
    public static string Groups(IReadOnlyList<RaterGroup> groups, Words words) =>
        string.Join(", ", groups.Select((g, i) => i == 0 ? words[$"checks.group.{g}"] : words[$"checks.group.{g}"].ToLower(words.Culture)));

    private static string OwnOnly(GapPicture gap, Words words) =>
        gap.Result!.Gap <= 0
            ? words[gap.IsWithheld ? "gap.own.none.withheld" : "gap.own.none"]
            : words[gap.IsWithheld ? "gap.own.withheld" : "gap.own", Levels(gap.Result.Gap, words)];

    private static string WithOthers(GapPicture gap, Words words)
    {
        var result = gap.Result!;
        var sure = words[$"gap.clarity.{result.Clarity}"];
        var people = People(result.Raters, words);
        var word = result.IsClear
            ? result.Gap > 0
                ? "gap.clear"
                : "gap.beyond"
            : result.Gap > 0
                ? "gap.perhaps"
                : "gap.about_there";
        return words[word, people, Level(result.OthersMean!.Value, words), Level(gap.Aim!.Target, words), sure];
    }
}

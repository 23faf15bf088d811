using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Board;

/// <summary>What the board says of postings, conversations and trials.</summary>
internal static class BoardWords
{
    /// <summary>How many reasons are named; more would be a list.</summary>
    private const int Named = 2;

    /// <summary>The twelve task challenges; obstacles are none that anybody is sent to.</summary>
    public static IReadOnlyList<Choice> Challenges(Words words) =>
        [.. ChallengeDimension.Task.Select(d => new Choice(d.Id, words[$"dimension.{d.Id}.name"]))];

    public static IReadOnlyList<Choice> Newness(Words words) =>
        [.. Enum.GetValues<WorkNewness>().Select(n => new Choice(n.ToString(), words[$"board.newness.{n}"]))];

    /// <summary>"Would ask for new directions, which builds strategic thinking strongly, one of your 2 gaps."</summary>
    public static string Why(OrderedPosting ordered, OrderedBoard board, Words words)
    {
        // Each gap is named once, with the challenge that builds it most.
        var named = ordered.Reasons.DistinctBy(r => r.Capability).Take(Named).ToList();
        var sentences = named
            .GroupBy(r => r.Dimension)
            .Select(g =>
                words[
                    "board.why",
                    board.Catalogue!.NameOf(g.Key, words).ToLower(words.Culture),
                    g.Select(r =>
                            words[
                                "board.why.builds",
                                board.Catalogue!.NameOf(r.Capability, words).ToLower(words.Culture),
                                words[$"experiences.weight.{r.Weight}"]
                            ]
                        )
                        .Aggregate((before, one) => words["board.why.and", before, one]),
                    board.Gaps.Count == 1 ? words["board.why.the_gap"] : words.Count("board.why.gap", g.Count(), board.Gaps.Count)
                ]
            );
        return string.Join(" ", sentences);
    }

    /// <summary>What would have to change before it is within reach (DOMAIN 15.2).</summary>
    public static string WhatWouldHaveToChange(MatchedExperience match, OrderedBoard board, Words words)
    {
        if (match.Guard.StrainIsPositive)
        {
            return words["experiences.change.strain"];
        }

        var hottest = match.Guard.Parts.Where(p => p.IsCounted && p.Stretch > 1).OrderByDescending(p => p.Stretch).Take(Named);
        return words[
            "experiences.change.support",
            GuardWords.Exact(match.Guard.SupportIndex, words),
            string.Join(", ", hottest.Select(p => board.Catalogue!.NameOf(p.Dimension!, words)))
        ];
    }

    /// <summary>"4 hours a week, until 3 March 2027 · Harbour depot · Ines Test".</summary>
    public static string About(ReadPosting posting, Words words) =>
        string.Join(
            " · ",
            new[]
            {
                words["board.line", Hours(posting.Wording.HoursAWeek, words), words.Day(posting.Wording.UntilOn!.Value)],
                posting.Unit,
                posting.IsMine ? words["board.mine"] : posting.Poster,
            }.OfType<string>()
        );

    public static string Hours(int hours, Words words) => hours == 0 ? words["board.hours.none"] : words.Count("board.hours", hours);

    public static string State(ReadPosting posting, Words words) =>
        posting.ClosedAs is { } end ? words[$"board.closed.{end}"]
        : posting.FlaggedOn is not null ? words["board.flagged"]
        : posting.MyInterest is not null ? words["board.asked"]
        : words[$"board.state.{posting.Wording.Kind}"];

    /// <summary>The same challenges as elsewhere, as a line.</summary>
    public static string ChallengeLine(PostingWording wording, Words words) =>
        string.Join(", ", wording.Challenges.Select(c => words[$"dimension.{c}.name"]));
}

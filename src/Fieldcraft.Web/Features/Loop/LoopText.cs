using Fieldcraft.Domain.Loop;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>Where ideas stand and what was answered, as people say it.</summary>
public static class LoopText
{
    /// <summary>"The facility Tilbury depot"; without a unit "the team's leader", or "the programme's sponsor".</summary>
    public static string Place(this Words words, LoopTier tier, string? unit) =>
        unit is null ? words[$"loop.tier.{tier}.alone"] : words[$"loop.tier.{tier}.named", unit];

    /// <summary>"With the facility Tilbury depot, answer due 17 March 2027".</summary>
    public static string Standing(this Words words, IdeaLine idea, DateOnly today)
    {
        var place = words.Place(idea.Tier, idea.Unit);
        return idea.Answer is { } answer ? words.Said(answer)
            : idea.DueOn < today ? words["loop.standing.late", place, words.Day(idea.DueOn)]
            : words["loop.standing", place, words.Day(idea.DueOn)];
    }

    /// <summary>"Adopted: by the dock team, 3 March 2027".</summary>
    public static string Said(this Words words, ShownAnswer answer) =>
        answer.Kind switch
        {
            IdeaAnswerKind.Adopted => words["loop.said.Adopted", answer.Who, words.Day(answer.On!.Value)],
            IdeaAnswerKind.Trial => words["loop.said.Trial", words.Day(answer.On!.Value)],
            var kind => words[$"loop.said.{kind}"],
        };

    /// <summary>"Wednesday 25 November 2027, 10:00 (Europe/London)".</summary>
    public static string MeetingTime(this Words words, DateOnly on, TimeOnly at, string zone) =>
        words[
            "loop.meeting.when",
            on.ToString("dddd", words.Culture),
            words.Day(on),
            at.ToString("HH:mm", words.Culture),
            zone.Replace('_', ' ')
        ];

    public static string Percent(this Words words, decimal? share) =>
        share is { } known ? known.ToString("P0", words.Culture) : words["loop.none"];

    public static string Number(this Words words, decimal? number, string format = "0.0") =>
        number is { } known ? known.ToString(format, words.Culture) : words["loop.none"];
}

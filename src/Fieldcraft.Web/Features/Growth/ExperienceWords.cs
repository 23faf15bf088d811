using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>What a way of closing a gap says: why, how it lies for the person, what it would need.</summary>
internal static class ExperienceWords
{
    /// <summary>How many challenges a reason names; more would be a list, not a reason.</summary>
    private const int Named = 2;
    private const int ChangesShown = 3;

    /// <summary>"Influence without authority builds this strongly".</summary>
    public static string Builds(Catalogue catalogue, BuildingChallenge challenge, Words words) =>
        words["experiences.why", catalogue.NameOf(challenge.Dimension, words), words[$"experiences.weight.{challenge.Weight}"]];

    /// <summary>Which challenges of the work build the gap, how much, and how new they are for the person.</summary>
    public static string Why(GapExperiences now, MatchedExperience way, Words words)
    {
        var capability = now.Gap.Capability;
        var parts = way
            .Value.Parts.Where(p => p.Capability == capability)
            .Take(Named)
            .Select(p => (p.Dimension, p.Weight, New: (decimal?)p.Stretch))
            .ToList();
        if (parts.Count == 0)
        {
            parts =
            [
                .. now
                    .Challenges.Where(c => (way.Option.Demand[c.Dimension.Position] ?? 0) > 0)
                    .OrderByDescending(c => way.Option.Demand[c.Dimension.Position] * c.Weight)
                    .Take(Named)
                    .Select(c => (c.Dimension, c.Weight, (decimal?)null)),
            ];
        }

        var sentences = parts.Select(p => $"{Builds(now.Catalogue, new(p.Dimension, p.Weight), words)}; {New(p.New, words)}.");
        return string.Join(" ", sentences);
    }

    /// <summary>The zone for this person; both where it is a close call.</summary>
    public static string Zone(MatchedExperience way, Words words) =>
        way.Guard.CloseCall is { } call
            ? words[
                "experiences.zone.close",
                words[call.Below.Word()].ToLower(words.Culture),
                words[call.Above.Word()].ToLower(words.Culture)
            ]
            : words["experiences.zone", words[way.Guard.Zone.Word()].ToLower(words.Culture)];

    public static string Environment(ExperienceOption option, Words words) =>
        $"{words[$"experiences.interdependence.{option.Interdependence}"]}. {words["experiences.environment", Upper(words[$"experiences.beside.{option.IsBesideTheJob}"], words), option.Weeks, words[$"experiences.place.{option.Place}"]]}.";

    /// <summary>What the challenge that is newest for the person needs around it (DOMAIN 1.3).</summary>
    public static string Support(GapExperiences now, MatchedExperience way, Words words) =>
        words[$"dimension.{Newest(now, way).Id}.support"];

    public static string WhatWouldHaveToChange(GapExperiences now, MatchedExperience way, Words words)
    {
        if (way.Guard.StrainIsPositive)
        {
            return words["experiences.change.strain"];
        }

        var hottest = way.Guard.Parts.Where(p => p.IsCounted && p.Stretch > 1).OrderByDescending(p => p.Stretch).Take(Named);
        return words[
            "experiences.change.support",
            GuardWords.Exact(way.Guard.SupportIndex, words),
            string.Join(", ", hottest.Select(p => now.Catalogue.NameOf(p.Dimension!, words)))
        ];
    }

    /// <summary>Small changes to the present job, from the challenges that build the gap most.</summary>
    public static IEnumerable<(BuildingChallenge Challenge, string Change)> Changes(GapExperiences now, Words words) =>
        now
            .Challenges.Take(ChangesShown)
            .SelectMany((c, i) => Enumerable.Range(1, i == 0 ? 2 : 1).Select(n => (c, words[$"dimension.{c.Dimension.Id}.change{n}"])));

    private static ChallengeDimension Newest(GapExperiences now, MatchedExperience way) =>
        way.Value.Parts is [var first, ..]
            ? first.Dimension
            : now.Challenges.MaxBy(c => (way.Option.Demand[c.Dimension.Position] ?? 0) * c.Weight)!.Dimension;

    private static string New(decimal? steps, Words words) =>
        steps switch
        {
            null => words["experiences.new.unknown"],
            1 => words["experiences.new.one"],
            { } several => words["experiences.new", several.ToString("0.#", words.Culture)],
        };

    private static string Upper(string text, Words words) => string.Concat(text[..1].ToUpper(words.Culture), text.AsSpan(1));
}

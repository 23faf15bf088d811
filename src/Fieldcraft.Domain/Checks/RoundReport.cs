using System.Text.RegularExpressions;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Domain.Checks;

/// <summary>
/// Makes the report of a round. For each capability those who had observed it are put into parts that are never split again: the bosses, who are told that
/// they can be recognised, and parts of at least the smallest size. Only such parts and their unions are published, so that whatever is subtracted from
/// whatever, the rest is bosses or a part that is large enough (DOMAIN 2.3, 9.4, 15.6). The order of the answers changes nothing.
/// </summary>
public static partial class RoundReport
{
    /// <summary>An unfavourable answer: up to level 2 of the anchors.</summary>
    public const double LowAtMost = 3;

    /// <summary>What stands in place of the figure of a band: the middle of 1 to <see cref="LowAtMost"/>.</summary>
    public const double MiddleOfBand = 2;

    private const int ScalePoints = CapabilityRatings.Highest;

    /// <param name="asked">The capabilities the round asked about.</param>
    public static CheckReport Of(
        IReadOnlyCollection<AnswerContent> answers,
        IReadOnlyCollection<string> asked,
        RoundSizes sizes,
        AgreementRules agreement
    )
    {
        var written = answers.Select(a => Unsigned(a.Comment)).Where(c => c.Length > 0).Order(StringComparer.Ordinal).ToList();
        return new CheckReport
        {
            // Of one or two who are not bosses even the number would say who they are.
            Answered = answers.Count(a => a.Group != RaterGroup.Boss) >= sizes.NamedGroup ? answers.Count : null,
            Capabilities = asked.ToDictionary(id => id, id => Views(id, answers, sizes, agreement), StringComparer.Ordinal),
            Comments = written.Count >= sizes.Comments ? written : [],
            CommentsWithheld = written.Count > 0 && written.Count < sizes.Comments,
        };
    }

    /// <summary>A comment as it is shown: on one line, without a date, a time or a dash of a signature at its end.</summary>
    public static string Unsigned(string? comment)
    {
        var text = Spaces().Replace(comment ?? "", " ").Trim();
        return TrailingDate().Replace(text, "").Trim();
    }

    private static CapabilityViews Views(
        string capability,
        IReadOnlyCollection<AnswerContent> answers,
        RoundSizes sizes,
        AgreementRules agreement
    )
    {
        var observed = answers
            .Where(a => a.Ratings.ValueOf(capability) is not null)
            .Select(a => new Voice(a.Group, a.Ratings.ValueOf(capability)!.Value, Items(a.Ratings, capability)))
            .OrderBy(v => v.Value)
            .ToList();
        var bosses = observed.Where(v => v.Group == RaterGroup.Boss).ToList();
        var others = observed.Where(v => v.Group != RaterGroup.Boss).ToList();
        var parts = Parts(others, sizes.NamedGroup);
        var exact = others.Count >= sizes.Spread;
        var groups = new List<GroupView>();
        if (bosses.Count > 0)
        {
            groups.Add(View(bosses, exact: false, agreement));
        }

        if (parts.Count == 0)
        {
            // Everybody together would be the bosses and one or two others, whom a subtraction would give away.
            return new CapabilityViews(null, groups);
        }

        var whole = Whole(others, exact, agreement);
        groups.AddRange(parts.Count == 1 ? [whole] : parts.Select(p => View(p, exact: false, agreement)));
        return new CapabilityViews(bosses.Count == 0 ? whole : All(whole, observed, exact, agreement), groups, whole);
    }

    /// <summary>
    /// Those who are not bosses, in parts of at least the smallest size: groups that reach it stand alone, the others are merged, and if these are still too
    /// few, the smallest of the standing groups joins them. A part whose members all said the same low thing would speak for each of them: then all parts
    /// become one. None at all while everybody together is too few.
    /// </summary>
    private static List<List<Voice>> Parts(List<Voice> others, int smallest)
    {
        if (others.Count < smallest)
        {
            return [];
        }

        var groups = others.GroupBy(v => v.Group).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var standing = groups.Where(g => g.Count >= smallest).ToList();
        var rest = groups.Where(g => g.Count < smallest).SelectMany(g => g).ToList();
        if (rest.Count > 0)
        {
            if (rest.Count < smallest && standing.MinBy(g => g.Count) is { } joining)
            {
                standing.Remove(joining);
                rest = [.. joining, .. rest];
            }

            standing.Add(rest);
        }

        return standing.Exists(IsUniformlyLow) ? [others] : standing;
    }

    private static GroupView Whole(List<Voice> others, bool exact, AgreementRules agreement)
    {
        var view = View(others, exact, agreement);
        return exact && !view.IsBand ? view with { Spread = Counts(others) } : view;
    }

    /// <summary>Everybody together. Of a band not even the sum with the bosses may be known: taking them off again would leave it.</summary>
    private static GroupView All(GroupView whole, List<Voice> observed, bool exact, AgreementRules agreement)
    {
        var all = View(observed, exact, agreement);
        return whole.IsBand ? Band(all.Of, observed.Count) : all;
    }

    private static GroupView View(IReadOnlyCollection<Voice> voices, bool exact, AgreementRules agreement)
    {
        RaterGroup[] of = [.. voices.Select(v => v.Group).Distinct().Order()];
        return !of.Contains(RaterGroup.Boss) && IsUniformlyLow(voices)
            ? Band(of, voices.Count)
            : new GroupView(of, voices.Count, voices.Select(v => v.Value).Order().Average(), Rwg(voices, exact, agreement));
    }

    private static GroupView Band(IReadOnlyList<RaterGroup> of, int raters) => new(of, raters, MiddleOfBand, null, IsBand: true);

    private static bool IsUniformlyLow(IReadOnlyCollection<Voice> voices) =>
        voices.All(v => v.Value <= LowAtMost) && voices.Select(v => v.Value).Distinct().Count() == 1;

    private static double? Rwg(IReadOnlyCollection<Voice> voices, bool exact, AgreementRules agreement)
    {
        if (voices.Count < 2)
        {
            return null;
        }

        // rwg(J) needs everybody's answer to every statement; who left one out is in the mean, not in this.
        var items = voices
            .Where(v => v.Items.All(i => i is not null))
            .Select(v => v.Items.Select(i => (double)i!.Value).ToArray())
            .ToList();
        var rows =
            items.Count >= 2 && items.All(i => i.Length == items[0].Length && i.Length > 0)
                ? items.OrderBy(i => string.Join(' ', i), StringComparer.Ordinal).ToList()
                : voices.Select(v => new[] { v.Value }).ToList();
        var rwg = Agreement.Measure(new AgreementInput(rows, ScalePoints), agreement).Rwg;
        return exact ? rwg
            : rwg < agreement.ShowSpreadBelow ? 0
            : agreement.ShowSpreadBelow;
    }

    private static int[] Counts(List<Voice> voices) =>
        [
            .. Enumerable
                .Range(CapabilityRatings.Lowest, ScalePoints)
                .Select(step => voices.Count(v => (int)Math.Round(v.Value, MidpointRounding.AwayFromZero) == step)),
        ];

    private static IReadOnlyList<int?> Items(CapabilityRatings ratings, string capability) =>
        ratings.Statements.TryGetValue(capability, out var statements) ? statements : [ratings.Ratings[capability]];

    private sealed record Voice(RaterGroup Group, double Value, IReadOnlyList<int?> Items);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"(?:[\s,;(–—-]*(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2}(?:\s?[ap]m)?|\d{1,2}\.?\s\p{L}{3,9}\.?\s\d{4})\)?)+[\s.]*$|[\s–—-]+$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TrailingDate();
}

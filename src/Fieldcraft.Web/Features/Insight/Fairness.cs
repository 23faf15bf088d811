using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>A group with its figure for each measure that is compared.</summary>
public sealed record FairnessLine(string Name, IReadOnlyList<GroupValue> Values);

/// <summary>Access to challenge and support, group beside group (DOMAIN 9.5).</summary>
public static class Fairness
{
    /// <summary>Marks that groups are compared by; those who lead people are the ones who are counted, so that leading tells nothing apart.</summary>
    public static readonly IReadOnlyList<ReleaseMark> Marks = [ReleaseMark.Employment, ReleaseMark.Tenure];

    public static readonly IReadOnlyList<QuarterMeasure> Compared =
    [
        .. QuarterMeasures.All.Where(m => m.Topic is InsightTopic.Challenge or InsightTopic.Support),
    ];

    /// <summary>Everybody who was chosen, then group by group.</summary>
    public static IReadOnlyList<FairnessLine> LinesOf(InsightView view, Words words)
    {
        var byMeasure = Compared.Select(m => view.Lines(m.Id)).ToList();
        return
        [
            new FairnessLine(words["insight.together"], [.. Compared.Select(m => view.Of(m.Id))]),
            .. byMeasure[0].Select((line, i) => new FairnessLine(InsightWords.NameOf(words, line), [.. byMeasure.Select(m => m[i].Value)])),
        ];
    }

    /// <summary>A share with its interval, or that it is withheld.</summary>
    internal static string Say(Words words, GroupValue value) =>
        value.IsWithheld ? words["insight.fairness.withheld"] : InsightWords.ShareOf(words, value);
}

using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Insight;

internal static class InsightWords
{
    private const double Full = 100;

    /// <summary>What a line of a table is called; a mark that has no words of its own stands as the directory writes it.</summary>
    public static string NameOf(Words words, InsightLine line) => line.IsUnit ? line.Name : Named(words, line.Name);

    /// <summary>What a value of a mark is called.</summary>
    public static string NameOf(Words words, ReleaseMark mark, string value) => Named(words, $"insight.{mark}.{value}");

    /// <summary>Whose figures these are and of which quarter: the organisation, and what was chosen in it.</summary>
    public static string AboutOf(Words words, InsightView view)
    {
        string[] said = [view.Top.Name, InsightView.NameOf(view.Round!), .. ChosenOf(words, view)];
        return string.Join(", ", said);
    }

    /// <summary>The unit and the marks that were chosen.</summary>
    public static IEnumerable<string> ChosenOf(Words words, InsightView view) =>
        [
            .. view.Units.Where(u => u.Id == view.Query.Filter.Unit).Select(u => u.Name),
            .. Enum.GetValues<ReleaseMark>()
                .Where(m => view.Query.Filter.Of(m) is not null)
                .Select(m => NameOf(words, m, view.Query.Filter.Of(m)!)),
        ];

    /// <summary>Why there is no figure.</summary>
    public static string WithheldOf(Words words, GroupValue value, int minimum) => words[$"insight.withheld.{value.Withheld}", minimum];

    /// <summary>A share as it is said, without its interval.</summary>
    public static string BriefOf(Words words, GroupValue value) => Beyond(words, value) ?? words["insight.percent", value.Percent!];

    /// <summary>
    /// A share with its 95 % interval. No share that is some is said to be none, and none that is not all to be all; where the ends of the interval are the same whole
    /// number, it says how near they are.
    /// </summary>
    public static string ShareOf(Words words, GroupValue value)
    {
        var range = value.PercentInterval!;
        return Beyond(words, value) is { } beyond
            ? value.Percent < Full
                ? range.Upper < 1
                    ? beyond
                    : words["insight.chart.up_to", beyond, range.Upper]
                : range.Lower >= Full
                    ? beyond
                    : words["insight.chart.at_least", beyond, range.Lower]
            : Math.Abs(range.Upper - range.Lower) < 1
                ? words["insight.chart.narrow", value.Percent!]
                : $"{words["insight.percent", value.Percent!]} {words["insight.range", range.Lower, range.Upper]}";
    }

    /// <summary>A share that rounds to none though it is some, or to all though it is not, in words; null for any other. It says no more than the rounded number does.</summary>
    public static string? Beyond(Words words, GroupValue value) =>
        value.Percent <= 0 && value.Sum > 0 ? words["insight.chart.under"]
        : value.Percent >= Full && value.Sum < value.Count ? words["insight.chart.over"]
        : null;

    private static string Named(Words words, string key) => words.Has(key) ? words[key] : key[(key.LastIndexOf('.') + 1)..];
}

using System.Globalization;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>The shares of groups below one another on one scale from 0 to 100, each a dot on its 95 % interval; all of them together are a line through all rows.</summary>
/// <param name="Says">What the picture is called for who does not see it.</param>
/// <param name="Whole">Where the line stands; null where that figure is withheld.</param>
/// <param name="WholeSays">The share of all together.</param>
public sealed record SharesPicture(string Says, string? Whole, string? WholeSays, IReadOnlyList<SharesRow> Rows)
{
    /// <summary>Null where not one group could be drawn: the table says why.</summary>
    internal static SharesPicture? Of(InsightView view, string measure, Words words)
    {
        var lines = view.Lines(measure);
        if (lines.All(l => l.Value.IsWithheld))
        {
            return null;
        }

        var whole = view.Of(measure);
        return new SharesPicture(
            words["insight.chart.says", words[$"insight.measure.{measure}"]],
            whole.Percent is { } together ? At(together) : null,
            whole.IsWithheld ? null : InsightWords.BriefOf(words, whole),
            [.. lines.Select(l => RowOf(InsightWords.NameOf(words, l), l.Value, view.Minimum, words))]
        );
    }

    private static SharesRow RowOf(string name, GroupValue value, int minimum, Words words) =>
        value.Percent is { } percent
            ? new SharesRow(
                name,
                At(percent),
                At(value.PercentInterval!.Lower),
                At(value.PercentInterval.Upper),
                InsightWords.BriefOf(words, value)
            )
            : new SharesRow(name, null, null, null, InsightWords.WithheldOf(words, value, minimum));

    private static string At(double percent) => percent.ToString("0.###", CultureInfo.InvariantCulture) + "%";
}

/// <summary>A group in the picture.</summary>
/// <param name="Share">Where its dot stands; null where the figure is withheld.</param>
/// <param name="From">Where its interval begins.</param>
/// <param name="Until">Where its interval ends.</param>
/// <param name="Said">The share, or why it is withheld.</param>
public sealed record SharesRow(string Name, string? Share, string? From, string? Until, string Said);

using System.Globalization;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>A table of Insight as it stands on paper and in files: a name, and lines of cells, the first of them the head.</summary>
/// <param name="About">Whose figures they are, and of which quarter.</param>
/// <param name="Picture">The same as a picture; null where there is nothing to draw.</param>
public sealed record MeasureSheet(
    string Title,
    string About,
    string Minimum,
    IReadOnlyList<IReadOnlyList<string>> Lines,
    SharesPicture? Picture = null
);

/// <summary>Makes sheets of what a view shows and nothing else: a file or a mail is no way round the rule.</summary>
internal static class InsightSheets
{
    /// <summary>Where it is rendered as a document.</summary>
    public const string Document = "/Features/Insight/_MeasureDocument.cshtml";

    /// <summary>Whether there is something to show: the quarter is counted, and so is the measure.</summary>
    /// <param name="measure">Null: all measures.</param>
    public static bool IsCounted(InsightView view, string? measure) =>
        view.Release is not null && (measure is null || QuarterMeasures.All.Any(m => m.Id == measure));

    private static readonly string[] FileHead = ["insight.share", "insight.from", "insight.to", "insight.people", "insight.note"];

    /// <summary>A number in each cell, for programs.</summary>
    public static MeasureSheet ForFile(InsightView view, string? measure, Words words) =>
        Of(view, measure, words, FileHead, value => FileCells(view, value, words));

    /// <summary>Who gets what, for programs: a line for each group and measure.</summary>
    public static MeasureSheet FairnessForFile(InsightView view, Words words) =>
        OfFairness(
            view,
            words,
            [words["insight.group"], words["insight.what"], .. FileHead.Select(h => words[h])],
            line =>
                line.Values.Zip(Fairness.Compared)
                    .Select(c =>
                        (IReadOnlyList<string>)[line.Name, words[$"insight.measure.{c.Second.Id}"], .. FileCells(view, c.First, words)]
                    )
        );

    /// <summary>Who gets what, as the page shows it.</summary>
    public static MeasureSheet FairnessForPaper(InsightView view, Words words) =>
        OfFairness(
            view,
            words,
            [words["insight.group"], .. Fairness.Compared.Select(m => words[$"insight.measure.{m.Id}"])],
            line =>
                [
                    [line.Name, .. line.Values.Select(v => Fairness.Say(words, v))],
                ]
        );

    /// <summary>As a page shows it, for people.</summary>
    public static MeasureSheet ForPaper(InsightView view, string? measure, Words words) =>
        Of(
            view,
            measure,
            words,
            ["insight.share", "insight.people"],
            value =>
                value.IsWithheld
                    ? [InsightWords.WithheldOf(words, value, view.Minimum), ""]
                    : [InsightWords.ShareOf(words, value), value.Count!.Value.ToString("#,0", words.Culture)]
        ) with
        {
            Picture = measure is null ? null : SharesPicture.Of(view, measure, words),
        };

    private static MeasureSheet Of(
        InsightView view,
        string? measure,
        Words words,
        IReadOnlyList<string> head,
        Func<GroupValue, IReadOnlyList<string>> cells
    ) =>
        new(
            measure is null ? words["insight.title"] : words[$"insight.measure.{measure}"],
            InsightWords.AboutOf(words, view),
            words["insight.how", view.Minimum],
            [
                [measure is null ? words["insight.what"] : words["insight.group"], .. head.Select(h => words[h])],
                .. RowsOf(view, measure, words).Select(r => (IReadOnlyList<string>)[r.Name, .. cells(r.Value)]),
            ]
        );

    private static MeasureSheet OfFairness(
        InsightView view,
        Words words,
        IReadOnlyList<string> head,
        Func<FairnessLine, IEnumerable<IReadOnlyList<string>>> rows
    ) =>
        new(
            words["insight.fairness.title"],
            InsightWords.AboutOf(words, view),
            words["insight.how", view.Minimum],
            [head, .. Fairness.LinesOf(view, words).SelectMany(rows)]
        );

    private static IReadOnlyList<string> FileCells(InsightView view, GroupValue value, Words words) =>
        value.Percent is { } percent
            ?
            [
                Number(percent),
                Number(value.PercentInterval!.Lower),
                Number(value.PercentInterval.Upper),
                Number(value.Count!.Value),
                InsightWords.Beyond(words, value) ?? "",
            ]
            : ["", "", "", "", InsightWords.WithheldOf(words, value, view.Minimum)];

    private static IEnumerable<(string Name, GroupValue Value)> RowsOf(InsightView view, string? measure, Words words) =>
        measure is null
            ? QuarterMeasures.All.Select(m => (words[$"insight.measure.{m.Id}"], view.Of(m.Id)))
            : [(words["insight.together"], view.Of(measure)), .. view.Lines(measure).Select(l => (InsightWords.NameOf(words, l), l.Value))];

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}

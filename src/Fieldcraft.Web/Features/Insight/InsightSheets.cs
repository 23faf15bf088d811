using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>Makes sheets of what a view shows and nothing else: a file or a mail is no way round the rule.</summary>
internal static class InsightSheets
{
    /// <summary>Whether there is something to show: the quarter is counted, and so is the measure.</summary>
    /// <param name="measure">Null: all measures.</param>
    public static bool IsCounted(InsightView view, string? measure) =>
        view.Release is not null && (measure is null || QuarterMeasures.All.Any(m => m.Id == measure));

    private static readonly string[] FileHead = ["insight.share", "insight.from", "insight.to", "insight.people", "insight.note"];

    /// <summary>A number in each cell, for programs.</summary>
    public static TableSheet ForFile(InsightView view, string? measure, Words words) =>
        Of(view, measure, words, FileHead, value => FileCells(view, value, words));

    /// <summary>Who gets what, for programs: a line for each group and measure.</summary>
    public static TableSheet FairnessForFile(InsightView view, Words words) =>
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
    public static TableSheet FairnessForPaper(InsightView view, Words words) =>
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
    public static TableSheet ForPaper(InsightView view, string? measure, Words words) =>
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
            Picture =
                measure is not null && SharesPicture.Of(view, measure, words) is { } picture
                    ? new TablePicture("/Features/Insight/_Shares.cshtml", picture)
                    : null,
        };

    private static TableSheet Of(
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

    private static TableSheet OfFairness(
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
                TableFiles.Number(percent),
                TableFiles.Number(value.PercentInterval!.Lower),
                TableFiles.Number(value.PercentInterval.Upper),
                TableFiles.Number(value.Count!.Value),
                InsightWords.Beyond(words, value) ?? "",
            ]
            : ["", "", "", "", InsightWords.WithheldOf(words, value, view.Minimum)];

    private static IEnumerable<(string Name, GroupValue Value)> RowsOf(InsightView view, string? measure, Words words) =>
        measure is null
            ? QuarterMeasures.All.Select(m => (words[$"insight.measure.{m.Id}"], view.Of(m.Id)))
            : [(words["insight.together"], view.Of(measure)), .. view.Lines(measure).Select(l => (InsightWords.NameOf(words, l), l.Value))];
}

using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>The result of a pulse in words, and as a table for files and paper.</summary>
public sealed class PulseSheets(PulseResult result, Words words)
{
    private const string None = "–";

    /// <summary>With its interval; or why there is none, or that views lie too far apart for one.</summary>
    public string Mean(FeatureResult feature) =>
        feature.Score.IsWithheld ? Withheld(feature.Score)
        : !feature.Agrees ? words["pulses.differ"]
        : feature.Score.MeanInterval is { } range
            ? $"{OneDecimal(feature.Score.Mean!.Value)} {words["insight.range", OneDecimal(range.Lower), OneDecimal(range.Upper)]}"
        : OneDecimal(feature.Score.Mean!.Value);

    public string Favourable(FeatureResult feature) =>
        feature.Favourable.Percent is { } percent ? words["insight.percent", percent] : Withheld(feature.Favourable);

    public string People(FeatureResult feature) => feature.Score.Count?.ToString("#,0", words.Culture) ?? None;

    /// <summary>Since the pulse before, and whether it is more than chance.</summary>
    public string Change(FeatureResult feature) =>
        feature.Change is { } change
            ? words[
                feature.ChangeIsClear ? "pulses.change.clear" : "pulses.change.unclear",
                change.ToString("+0.0;−0.0;0.0", words.Culture)
            ]
            : None;

    public TableSheet ForPeople() =>
        SheetOf(["mean", "favourable", "people", "change"], f => [Mean(f), Favourable(f), People(f), Change(f)]);

    /// <summary>What the page holds back is empty here, and the note says why.</summary>
    public TableSheet ForPrograms() =>
        SheetOf(
            ["mean", "from", "to", "favourable", "people", "change", "note"],
            f =>
            {
                var shown = f is { Score.IsWithheld: false, Agrees: true } ? f.Score : null;
                return
                [
                    TableFiles.Number(shown?.Mean),
                    TableFiles.Number(shown?.MeanInterval?.Lower),
                    TableFiles.Number(shown?.MeanInterval?.Upper),
                    TableFiles.Number(f.Favourable.Percent),
                    TableFiles.Number(f.Score.Count),
                    TableFiles.Number(f.Change),
                    shown is null ? Mean(f)
                    : f.Favourable.IsWithheld ? Favourable(f)
                    : "",
                ];
            }
        );

    private TableSheet SheetOf(IReadOnlyList<string> head, Func<FeatureResult, IReadOnlyList<string>> cells) =>
        new(
            words["pulses.features"],
            $"{result.Unit.Name}, {words["pulses.closed", words.Day(result.Line.Pulse.ClosedAt!.Value)]}",
            words["pulses.scale"],
            [
                [words["pulses.feature"], .. head.Select(h => words[$"pulses.{h}"])],
                .. result.Features.Select(f => (string[])[words[$"pulse.feature.{f.Feature}"], .. cells(f)]),
            ]
        );

    private string OneDecimal(double number) => number.ToString("0.0", words.Culture);

    private string Withheld(GroupValue value) => words[$"insight.withheld.{value.Withheld}", result.Minimum];
}

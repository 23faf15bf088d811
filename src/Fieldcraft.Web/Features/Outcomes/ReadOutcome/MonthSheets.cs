using System.Globalization;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.ReadOutcome;

/// <summary>The months of a measure beside the roll-out, as a table for files and paper.</summary>
public sealed class MonthSheets(TableFiles files, Words words)
{
    /// <summary>The page, or its months as a file where there are some.</summary>
    public async Task<IActionResult> AnswerAsync(PageModel page, OutcomePicture picture, CancellationToken cancellationToken) =>
        picture.Measure is { } measure && picture.Months.Count > 0
            ? await files.AnswerAsync(
                page,
                "outcome",
                () => ForPrograms(picture, measure),
                () => ForPeople(picture, measure),
                cancellationToken
            )
            : page.Page();

    private TableSheet ForPeople(OutcomePicture picture, OutcomeMeasure measure)
    {
        var unit = OutcomeFormat.UnitOf(measure, words);
        return SheetOf(
            picture,
            measure,
            [words["outcomes.now_in", unit], words["outcomes.before_in", unit], words["outcomes.change"], words["outcomes.clear"]],
            m => m.ToString("MMMM yyyy", words.Culture),
            m =>
                [
                    OutcomeSentences.Level(measure, m.Beside.Now, words),
                    OutcomeSentences.Level(measure, m.Beside.Before, words),
                    OutcomeSentences.Change(m.Change, words),
                    OutcomeSentences.Clear(m, words),
                ]
        );
    }

    private TableSheet ForPrograms(OutcomePicture picture, OutcomeMeasure measure)
    {
        var unit = OutcomeFormat.UnitOf(measure, words);
        string[] numbers = [words["outcomes.from"], words["outcomes.to"], words["outcomes.n"]];
        return SheetOf(
            picture,
            measure,
            [
                words["outcomes.now_in", unit],
                .. numbers,
                words["outcomes.before_in", unit],
                .. numbers,
                words["outcomes.change"],
                .. numbers[..2],
                words["outcomes.clear"],
            ],
            m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            m =>
                [
                    .. Level(measure.Yardstick.Level(m.Beside.Now)),
                    .. Level(measure.Yardstick.Level(m.Beside.Before)),
                    TableFiles.Number(m.Change?.Value),
                    TableFiles.Number(m.Change?.Interval?.Lower),
                    TableFiles.Number(m.Change?.Interval?.Upper),
                    OutcomeSentences.Clear(m, words),
                ]
        );
    }

    private static string[] Level(OutcomeLevel? level) =>
        [
            TableFiles.Number(level?.Value),
            TableFiles.Number(level?.Interval?.Lower),
            TableFiles.Number(level?.Interval?.Upper),
            TableFiles.Number(level?.N),
        ];

    private TableSheet SheetOf(
        OutcomePicture picture,
        OutcomeMeasure measure,
        IReadOnlyList<string> head,
        Func<DateOnly, string> month,
        Func<OutcomeMonth, IReadOnlyList<string>> cells
    ) =>
        new(
            $"{measure.Name}, {picture.Module?.Title ?? picture.Programme.Name}",
            OutcomeSentences.Moved(picture, words),
            OutcomeSentences.Attribution(picture, words),
            [
                [words["outcomes.month"], words["outcomes.sites_begun"], words["outcomes.sessions"], .. head],
                .. picture.Months.Select(m =>
                    (string[])[month(m.Month), TableFiles.Number(m.SitesBegun), TableFiles.Number(m.Sessions), .. cells(m)]
                ),
            ]
        );
}

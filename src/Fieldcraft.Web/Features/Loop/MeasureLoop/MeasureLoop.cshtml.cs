using Fieldcraft.Domain.Loop;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.MeasureLoop;

/// <summary>How the loop runs: the whole, then each state, network and facility that the viewer answers for. No team, and no ranking.</summary>
public sealed class MeasureLoopModel(LoopMeasuresReading reading, TableFiles files, Words words) : PageModel
{
    private static readonly IReadOnlyList<string> Head =
    [
        "unit",
        "ideas",
        "per_team",
        "forwarded",
        "in_time",
        "median",
        "adopted",
        "waiting",
    ];

    public IReadOnlyList<MeasuredProgramme> Programmes { get; private set; } = [];

    public LoopPicture Picture { get; private set; } = null!;

    public LoopMeasures? Whole => Picture.Whole;

    public async Task<IActionResult> OnGetAsync(Guid? programme, CancellationToken cancellationToken)
    {
        Programmes = await reading.ProgrammesAsync(cancellationToken);
        if (Programmes.FirstOrDefault(p => programme is null || p.Id.Value == programme) is not { } chosen)
        {
            return NotFound();
        }

        Picture = await reading.OfAsync(chosen, cancellationToken);
        return await files.AnswerAsync(
            this,
            "loop",
            () => SheetOf(share => TableFiles.Number(share), number => TableFiles.Number(number)),
            () => SheetOf(share => words.Percent(share), number => words.Number(number)),
            cancellationToken
        );
    }

    private TableSheet SheetOf(Func<decimal?, string> share, Func<decimal?, string> number) =>
        new(
            words["loop.measures"],
            words["loop.measures.lead", Picture.Programme.Name],
            words["loop.measures.how"],
            [
                [.. Head.Select(h => words[$"loop.measure.{h}"])],
                CellsOf(words["loop.measure.whole"], Whole, share, number),
                .. Picture.Units.Select(u => CellsOf(u.Name, u.Measures, share, number)),
            ]
        );

    private IReadOnlyList<string> CellsOf(string place, LoopMeasures? m, Func<decimal?, string> share, Func<decimal?, string> number) =>
        m is null
            ? [place, words["loop.measure.too_few"], .. Enumerable.Repeat("", Head.Count - 2)]
            :
            [
                place,
                TableFiles.Number(m.Ideas),
                number(m.IdeasPerTeam),
                share(m.ForwardedShare),
                share(m.InTimeShare),
                number(m.MedianDays),
                TableFiles.Number(m.AdoptedOrTried),
                TableFiles.Number(m.TeamsWaiting),
            ];
}

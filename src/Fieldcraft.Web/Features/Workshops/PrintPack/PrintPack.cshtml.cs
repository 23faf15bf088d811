using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.PrintPack;

/// <summary>Everything that lies on the table, as one print: agenda, hand-outs, sheets, briefings, a list without names, trio cards.</summary>
public sealed class PrintPackModel(WorkshopsReading reading, WorkshopProgrammes programmes, Viewer viewer, Words words) : PageModel
{
    public static readonly IReadOnlyList<string> HandOuts = ["listening", "presenting", "emotion", "question_craft", "helping"];

    public OpenWorkshop Workshop { get; private set; } = null!;

    public AgendaTimes Times => Workshop.Agenda.Times();

    /// <summary>Blocks in which something is written, with what is asked: a sheet each, for whoever writes on paper.</summary>
    public IReadOnlyList<(WorkshopBlock Block, IReadOnlyList<string> Parts)> Sheets =>
        [
            .. Workshop
                .Agenda.Blocks.Select(b =>
                    (
                        Block: b,
                        Parts: (IReadOnlyList<string>)
                            [.. programmes.PartsOf(b.Key).Where(p => p.Kind is StageKind.Answer or StageKind.Commit).Select(p => p.Id)]
                    )
                )
                .Where(x => x.Parts.Count > 0),
        ];

    public int Trios => Workshop.TakingPart.Max(f => f.Trio) ?? GroupDraw.TrioSizes(Workshop.SeatCount).Count;

    public string TitleOf(WorkshopBlock block) => block.Title ?? words[$"workshops.block.{block.Key}"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true, IsCalledOff: false } workshop)
        {
            return NotFound();
        }

        Workshop = workshop;
        return Page();
    }
}

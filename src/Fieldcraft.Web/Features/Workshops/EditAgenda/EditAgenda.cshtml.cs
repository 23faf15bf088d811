using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.EditAgenda;

/// <summary>What a block is to be, or which one is put in.</summary>
public sealed record BlockInput
{
    public string? Key { get; init; }

    public int? Minutes { get; init; }

    public TimeOnly? FixedAt { get; init; }

    [MaxLength(WorkshopBlock.TitleLength)]
    public string? Title { get; init; }

    /// <summary>Behind which block; 0: at the beginning.</summary>
    public int? After { get; init; }
}

/// <summary>The day with its times. Those who lead it change it until it begins; the rest follows each change.</summary>
public sealed class EditAgendaModel(WorkshopsReading reading, WorkshopDesk desk, WorkshopProgrammes programmes, Viewer viewer, Words words)
    : PageModel
{
    [BindProperty]
    public BlockInput Input { get; set; } = new();

    public OpenWorkshop Workshop { get; private set; } = null!;

    public AgendaTimes Times => Workshop.Agenda.Times();

    public bool MayChange => Workshop is { Leads: true, IsCalledOff: false, HasBegun: false };

    public IReadOnlyList<Choice> Blocks =>
        [
            .. programmes.Blocks.Select(b => new Choice(
                b.Key,
                words["workshops.block.choice", words[$"workshops.block.{b.Key}"], b.Minutes]
            )),
        ];

    public IReadOnlyList<Choice> Places =>
        [
            new Choice("0", words["workshops.place.first"]),
            .. Workshop.Agenda.Blocks.Select(b => new Choice(
                b.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                words["workshops.place.after", TitleOf(b)]
            )),
        ];

    public string TitleOf(WorkshopBlock block) => block.Title ?? words[$"workshops.block.{block.Key}"];

    /// <summary>How long it is, whether it keeps its time, whether people write on phones in it.</summary>
    public string About(WorkshopBlock block)
    {
        var parts = new List<string> { words["workshops.agenda.minutes", block.Minutes] };
        if (block.FixedAt is not null)
        {
            parts.Add(words["workshops.agenda.fixed"]);
        }

        if (programmes.PartsOf(block.Key).Any(p => p.Kind is StageKind.Answer or StageKind.Commit))
        {
            parts.Add(words["workshops.agenda.on_phones"]);
        }

        return string.Join(" · ", parts);
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new BlockInput { After = Workshop.Agenda.Blocks[^1].Number };
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (programmes.Block(Input.Key) is not { } block)
        {
            ModelState.AddModelError("Input.Key", words["workshops.add.which"]);
            return this.Again();
        }

        var place = Workshop.Agenda.Blocks.ToList().FindIndex(b => b.Number == Input.After) + 1;
        return await AnswerAsync(id, a => a.Add(block, Input.Minutes ?? block.Minutes, Input.Title, place), cancellationToken);
    }

    public Task<IActionResult> OnPostChangeAsync(Guid id, int number, CancellationToken cancellationToken) =>
        AnswerAsync(id, a => a.Change(number, Input.Minutes ?? 0, Input.FixedAt, Input.Title), cancellationToken);

    public Task<IActionResult> OnPostLongerAsync(Guid id, int number, int by, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            a =>
                a.Find(number) is { } block
                    ? a.Change(number, block.Minutes + by, block.FixedAt, block.Title)
                    : new Refusal("workshop-block-gone"),
            cancellationToken
        );

    /// <param name="by">-1: earlier, 1: later.</param>
    public Task<IActionResult> OnPostMoveAsync(Guid id, int number, int by, CancellationToken cancellationToken) =>
        AnswerAsync(id, a => a.Move(number, Math.Max(0, a.Blocks.ToList().FindIndex(b => b.Number == number) + by)), cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, int number, CancellationToken cancellationToken) =>
        AnswerAsync(id, a => a.Remove(number), cancellationToken);

    private async Task<IActionResult> AnswerAsync(
        Guid id,
        Func<WorkshopAgenda, Outcome<WorkshopAgenda>> change,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        var outcome = await desk.ArrangeAsync(viewer, WorkshopId.From(id), change, cancellationToken);
        return outcome is null || !await LoadAsync(id, cancellationToken) ? NotFound()
            : outcome.Value.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(WorkshopsLinks.Agenda(Workshop.Id), "workshops.flash.retimed");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { } workshop)
        {
            return false;
        }

        Workshop = workshop;
        return true;
    }
}

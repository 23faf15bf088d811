using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.Afterwards;

/// <summary>A slot to offer.</summary>
public sealed record SlotInput
{
    [Required]
    public DateOnly? On { get; init; }

    [Required]
    public TimeOnly? At { get; init; }

    [Range(CoachingSlot.MinutesAtLeast, CoachingSlot.MinutesAtMost)]
    public int Minutes { get; init; } = 30;
}

/// <summary>Half hours alone with those who led the day: they offer them, people of the workshop book one.</summary>
public sealed class CoachingModel(WorkshopsReading reading, SlotDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SlotInput Input { get; set; } = new();

    public OpenWorkshop Workshop { get; private set; } = null!;

    public IReadOnlyList<OpenSlot> Slots { get; private set; } = [];

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public bool HasOne => Slots.Any(s => s.IsMine && s.When.On >= Today);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOfferAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !Workshop.Leads)
        {
            return NotFound();
        }

        if (Input.On < Today)
        {
            ModelState.AddModelError("Input.On", words["workshops.on.past"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var when = new AppointedTime(Input.On!.Value, Input.At!.Value, viewer.TimeZone, Input.Minutes);
        var offered = await desk.OfferAsync(viewer, Workshop.Id, when, cancellationToken);
        return offered?.Refusal is { } refusal ? this.Refused(refusal)
            : offered is null ? NotFound()
            : this.Onward(WorkshopsLinks.Coaching(Workshop.Id), "workshops.flash.slot_offered");
    }

    public Task<IActionResult> OnPostBookAsync(Guid id, Guid slot, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            desk.BookAsync(viewer, WorkshopId.From(id), CoachingSlotId.From(slot), cancellationToken),
            "workshops.flash.slot_booked",
            cancellationToken
        );

    public Task<IActionResult> OnPostGiveBackAsync(Guid id, Guid slot, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            desk.GiveBackAsync(viewer, WorkshopId.From(id), CoachingSlotId.From(slot), cancellationToken),
            "workshops.flash.slot_freed",
            cancellationToken
        );

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid slot, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            desk.WithdrawAsync(viewer, WorkshopId.From(id), CoachingSlotId.From(slot), cancellationToken),
            "workshops.flash.slot_withdrawn",
            cancellationToken
        );

    private async Task<IActionResult> AnswerAsync(Guid id, Task<Outcome?> work, string flash, CancellationToken cancellationToken)
    {
        if (await work is not { } outcome || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        return outcome.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(WorkshopsLinks.Coaching(Workshop.Id), flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { } workshop
            || (!workshop.Leads && !workshop.IsIn)
        )
        {
            return false;
        }

        Workshop = workshop;
        Slots = await desk.ListAsync(viewer, workshop.Id, cancellationToken);
        return true;
    }
}

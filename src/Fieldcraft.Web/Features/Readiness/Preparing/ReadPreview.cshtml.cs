using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Preparing;

/// <summary>
/// One preview or group. The facilitator finds the running order, ticks who was there and clears; whoever plans sees who answered; a leader with a
/// seat sees when and where.
/// </summary>
public sealed class ReadPreviewModel(
    PreparationReading reading,
    PreparationDesk desk,
    ReadinessDesk readiness,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    public OpenPreparation Open { get; private set; } = null!;

    public bool MayHold => Open.IsFacilitator && words.Today(clock.GetUtcNow()) >= Open.Line.When.On;

    /// <summary>Everybody who could have been there: those whose seat was taken back are not.</summary>
    public IReadOnlyList<Seated> Listed => [.. Open.Seated.Where(s => s.State != PreparationSeatState.Released)];

    public string ShiftWord(string shift) => words.Has($"ready.shift.{shift}") ? words[$"ready.shift.{shift}"] : shift;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostHoldAsync(Guid id, List<Guid> present, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            desk.HoldAsync(viewer, PreparationEventId.From(id), [.. present.Distinct().Select(PersonId.From)], cancellationToken),
            "ready.flash.held",
            cancellationToken
        );

    public Task<IActionResult> OnPostClearAsync(Guid id, Guid leader, bool plannerHere, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            readiness.ClearAsync(viewer, PreparationEventId.From(id), PersonId.From(leader), plannerHere, cancellationToken),
            "ready.flash.cleared",
            cancellationToken
        );

    public Task<IActionResult> OnPostBackAsync(Guid id, Guid leader, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            readiness.TakeClearanceBackAsync(viewer, PreparationEventId.From(id), PersonId.From(leader), cancellationToken),
            "ready.flash.taken_back",
            cancellationToken
        );

    public Task<IActionResult> OnPostReleaseAsync(Guid id, Guid leader, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            desk.ReleaseAsync(viewer, PreparationEventId.From(id), PersonId.From(leader), cancellationToken),
            "ready.flash.released",
            cancellationToken
        );

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            desk.CancelAsync(viewer, PreparationEventId.From(id), cancellationToken),
            "ready.flash.cancelled",
            cancellationToken
        );

    private async Task<IActionResult> AnswerAsync(Guid id, Task<Outcome?> work, string flash, CancellationToken cancellationToken)
    {
        if (await work is not { } outcome)
        {
            return NotFound();
        }

        return outcome.Refusal is not { } refusal ? this.Onward(ReadinessLinks.Event(PreparationEventId.From(id)), flash)
            : await LoadAsync(id, cancellationToken) ? this.Refused(refusal)
            : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, PreparationEventId.From(id), cancellationToken) is not { } open)
        {
            return false;
        }

        Open = open;
        return true;
    }
}

using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Circles.ReadCircle;

/// <summary>A circle: who is in it, what comes next, and coming and going.</summary>
public sealed class ReadCircleModel(CirclesReading reading, CircleDesk desk, Viewer viewer) : PageModel
{
    public OpenCircle Circle { get; private set; } = null!;

    /// <summary>What is missing before it can begin; null when nothing is.</summary>
    public string? Missing =>
        !Circle.HasEnoughPeople ? "circles.missing.people"
        : !Circle.HasEnoughUnits ? "circles.missing.units"
        : null;

    public bool MayJoin => !Circle.IsIn && !Circle.IsEnded && Circle.Mine != CircleMemberState.Asked && Circle.HasFreeSeat;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostJoinAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, desk.JoinAsync(viewer, CircleId.From(id), cancellationToken), "circles.flash.joined", cancellationToken);

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.DeclineAsync(viewer, CircleId.From(id), cancellationToken) is null
            ? NotFound()
            : this.Onward(CirclesLinks.List, "circles.flash.declined");

    public async Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.LeaveAsync(viewer, CircleId.From(id), cancellationToken) is null
            ? NotFound()
            : this.Onward(CirclesLinks.List, "circles.flash.left");

    public Task<IActionResult> OnPostFreeAsync(Guid id, Guid person, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            desk.FreeSeatAsync(viewer, CircleId.From(id), PersonId.From(person), cancellationToken),
            "circles.flash.freed",
            cancellationToken
        );

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, desk.EndAsync(viewer, CircleId.From(id), cancellationToken), "circles.flash.ended", cancellationToken);

    private async Task<IActionResult> AnswerAsync(Guid id, Task<Outcome?> work, string flash, CancellationToken cancellationToken)
    {
        if (await work is not { } outcome || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return outcome.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(CirclesLinks.One(Circle.Id), flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, CircleId.From(id), cancellationToken) is not { } circle)
        {
            return false;
        }

        Circle = circle;
        return true;
    }
}

using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Conversations;

/// <summary>One conversation, for the two who have it.</summary>
public sealed class ReadConversationModel(InterestReading reading, InterestDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty, MaxLength(Domain.Board.Interest.LineLength)]
    public string? Text { get; set; }

    [BindProperty]
    public WorkNewness? Newness { get; set; }

    public OpenInterest? Interest { get; private set; }

    /// <summary>Where it stands, as far as there is something to say.</summary>
    public string? Says =>
        Interest! switch
        {
            { IsDue: true } => words["board.interest.waits.text", Interest!.Other],
            { State: InterestState.Open } => null,
            { State: InterestState.TakenUp, IsPoster: true } => words["board.interest.TakenUp.poster", Interest!.Other],
            var other => words[$"board.interest.{other.State}.text", other.Other],
        };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Newness = Interest!.Newness;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            ModelState.AddModelError(nameof(Text), words["board.line_text.needed"]);
        }

        return ModelState.IsValid
            ? Answer(id, await desk.WriteAsync(viewer, InterestId.From(id), Text!, cancellationToken), "board.flash.written")
            : this.Again();
    }

    public async Task<IActionResult> OnPostTakeUpAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken)
            ? Answer(id, await desk.TakeUpAsync(viewer, InterestId.From(id), cancellationToken), "board.flash.taken_up")
            : NotFound();

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken)
            ? Answer(id, await desk.EndAsync(viewer, InterestId.From(id), cancellationToken), "board.flash.ended")
            : NotFound();

    public async Task<IActionResult> OnPostNewnessAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken)
            ? Answer(id, await desk.SayNewnessAsync(viewer, InterestId.From(id), Newness, cancellationToken), "board.flash.newness")
            : NotFound();

    private IActionResult Answer(Guid id, Outcome? outcome, string flash)
    {
        if (outcome is not { } came)
        {
            return NotFound();
        }

        return came.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(BoardLinks.Conversation(InterestId.From(id)), flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Interest = await reading.FindAsync(viewer, InterestId.From(id), cancellationToken)) is not null;
}

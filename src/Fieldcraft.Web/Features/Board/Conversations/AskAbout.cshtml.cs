using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Board;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Conversations;

/// <summary>A short message to the owner of a posting: the start of a conversation.</summary>
public sealed class AskAboutModel(BoardReading reading, InterestDesk desk, Viewer viewer) : PageModel
{
    [BindProperty, Required, MaxLength(Interest.LineLength)]
    public string? Message { get; set; }

    [BindProperty]
    public WorkNewness? Newness { get; set; }

    public ReadPosting? Posting { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "posting")] Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return Posting!.MyInterest is { } mine ? Redirect(BoardLinks.Conversation(mine)) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "posting")] Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.ExpressAsync(viewer, PostingId.From(id), Message!, Newness, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            { Value: var made } => this.Onward(BoardLinks.Conversation(made!.Id), "board.flash.asked"),
        };
    }

    /// <summary>The own posting has no such page: one does not ask oneself.</summary>
    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Posting = await reading.FindAsync(viewer, PostingId.From(id), cancellationToken)) is { IsMine: false };
}

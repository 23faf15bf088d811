using Fieldcraft.Domain.Board;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Postings;

public sealed class ChangePostingModel(BoardReading reading, PostingDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public PostingInput Posting { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What it is called as it stands.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Another tab saved this meanwhile; sent again, the form goes over that version.</summary>
    public bool Changed { get; private set; }

    public bool MayPostProblems => viewer.MayPostProblems();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } posting)
        {
            return NotFound();
        }

        (Posting, Version) = (PostingInput.Of(posting.Wording), posting.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } posting)
        {
            return NotFound();
        }

        if (!this.TakesIn(Posting, reading.Today, words))
        {
            return this.Again();
        }

        var (saved, _, refusal) = await desk.RewordAsync(viewer, posting.Id, Version, Posting.Wording(), cancellationToken);
        if (refusal is not null)
        {
            return this.Refused(refusal);
        }

        if (saved == true)
        {
            return this.Onward(BoardLinks.Posting(posting.Id), "board.flash.changed");
        }

        Changed = true;
        ModelState.Remove(nameof(Version));
        Version = posting.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<ReadPosting?> LoadAsync(CancellationToken cancellationToken)
    {
        var posting = await reading.FindAsync(viewer, PostingId.From(Id), cancellationToken);
        Before = posting?.Wording.Title ?? "";
        return posting?.IsMine == true ? posting : null;
    }
}

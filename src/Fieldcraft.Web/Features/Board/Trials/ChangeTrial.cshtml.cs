using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Trials;

/// <summary>Other dates, hours or room: the manager is told of what changed, and only for that the days run again.</summary>
public sealed class ChangeTrialModel(TrialNotices trials, Rules rules, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public TrialInput Trial { get; set; } = new();

    public OpenTrial? Before { get; private set; }

    public int Days => rules.Board.TrialNoticeDays;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Trial = TrialInput.Of(Before!.Facts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!this.TakesIn(Trial, words))
        {
            return this.Again();
        }

        return await trials.ChangeAsync(viewer, TrialNoticeId.From(id), Trial.Facts(), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(BoardLinks.Trial(TrialNoticeId.From(id)), "board.flash.trial_changed"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Before = await trials.FindAsync(viewer, TrialNoticeId.From(id), cancellationToken)) is { IsMine: true };
}

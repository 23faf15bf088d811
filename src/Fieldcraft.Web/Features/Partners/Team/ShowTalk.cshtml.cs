using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Partners.ShowPartnership;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.Team;

/// <summary>A group talk for the manager and for those invited: when, with whom, and its agenda.</summary>
public sealed class ShowTalkModel(TeamDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DateInput Date { get; set; } = new();

    public TalkLine Talk { get; private set; } = null!;

    public bool IsManager => Talk.Manager == viewer.PersonId;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Date is not { On: { } on, At: { } at })
        {
            ModelState.AddModelError("Date.On", words["partners.date.missing"]);
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        var outcome = await desk.MoveAsync(viewer, GroupTalkId.From(id), on, at, Today, cancellationToken);
        if (outcome is null || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return outcome.Value.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(PartnersLinks.Talk(Talk.Id), "partners.flash.moved");
    }

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.CallOffAsync(viewer, GroupTalkId.From(id), cancellationToken)
            ? this.Onward(PartnersLinks.Team, "partners.flash.talk_off")
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.TalkAsync(viewer, GroupTalkId.From(id), cancellationToken) is not { } talk)
        {
            return false;
        }

        Talk = talk;
        return true;
    }
}

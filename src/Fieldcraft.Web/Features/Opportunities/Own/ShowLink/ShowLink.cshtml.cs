using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.ShowLink;

/// <summary>A link to a customer: to copy, to show as a code on one's own phone, to take back; and what came back.</summary>
public sealed class ShowLinkModel(CustomerLinks links, Viewer viewer, TimeProvider clock) : PageModel
{
    public OpenLink Sent { get; private set; } = null!;

    public bool IsOpen => Sent.IsOpenAt(clock.GetUtcNow());

    public string Link => Request.Site() + OpportunitiesLinks.Answer(Sent.Secret);

    public string Back => Sent.DialogueId is { } talk ? OpportunitiesLinks.Talk(talk) : OpportunitiesLinks.One(Sent.OpportunityId!.Value);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken) =>
        await links.TakeBackAsync(viewer, CustomerLinkId.From(id), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => await LoadAsync(id, cancellationToken) ? this.Onward(Back, "opportunities.flash.link_taken_back") : NotFound(),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(viewer, CustomerLinkId.From(id), cancellationToken) is not { } sent)
        {
            return false;
        }

        Sent = sent;
        return true;
    }
}

using Fieldcraft.Domain.Communities;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Communities.CorrectFinding;

public sealed class CorrectFindingModel(FieldcraftDb db, CommunitiesReading reading, MemoryDesk memory, Viewer viewer) : PageModel
{
    [BindProperty]
    public FindingInput Input { get; set; } = new();

    public OpenCommunity Community { get; private set; } = null!;

    private CommunityFinding Kept { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid finding, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, finding, cancellationToken))
        {
            return NotFound();
        }

        Input = new FindingInput { Text = Kept.Text, Version = Kept.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid finding, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, finding, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var corrected = await memory.CorrectAsync(viewer, FindingId.From(finding), Input.Version, Input.Text, cancellationToken);
        if (corrected?.Refusal is { } refusal)
        {
            ModelState.Remove("Input.Version");
            Input = Input with { Version = Kept.Version };
            return this.Refused(refusal);
        }

        return corrected is null ? NotFound() : this.Onward(CommunitiesLinks.One(Community.Id), "communities.flash.corrected");
    }

    private async Task<bool> LoadAsync(Guid id, Guid finding, CancellationToken cancellationToken)
    {
        var (communityId, findingId) = (CommunityId.From(id), FindingId.From(finding));
        if (
            await reading.FindAsync(viewer, communityId, cancellationToken) is not { } community
            || await db
                .CommunityFindings.AsNoTracking()
                .WrittenBy(viewer)
                .FirstOrDefaultAsync(f => f.Id == findingId && f.CommunityId == communityId, cancellationToken)
                is not { } kept
        )
        {
            return false;
        }

        (Community, Kept) = (community, kept);
        return true;
    }
}

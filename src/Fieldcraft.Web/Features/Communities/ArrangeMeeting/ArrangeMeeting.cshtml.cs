using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Communities.ArrangeMeeting;

public sealed class ArrangeMeetingModel(CommunitiesReading reading, CommunityDesk desk, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    public OpenCommunity Community { get; private set; } = null!;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.On < Today)
        {
            ModelState.AddModelError("Input.On", words["communities.past"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var when = new AppointedTime(Input.On!.Value, Input.At!.Value, viewer.TimeZone, Input.Minutes);
        var arranged = await desk.ArrangeAsync(viewer, Community.Id, new MeetingFacts(Input.Title, Input.Place, when), cancellationToken);
        return arranged is not { } made ? NotFound()
            : made.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(CommunitiesLinks.One(Community.Id), "communities.flash.arranged");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, CommunityId.From(id), cancellationToken) is not { IsMember: true, IsClosed: false } community)
        {
            return false;
        }

        Community = community;
        return true;
    }
}

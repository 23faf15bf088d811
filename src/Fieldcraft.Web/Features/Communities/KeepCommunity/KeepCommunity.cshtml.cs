using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Communities.KeepCommunity;

/// <summary>What a steward does: words it anew, hands it on, closes it well. Three forms, each with its own handler.</summary>
public sealed class KeepCommunityModel(CommunitiesReading reading, CommunityDesk desk, Viewer viewer) : PageModel
{
    public CommunityInput Input { get; set; } = new();

    public Guid? Steward { get; set; }

    [MaxLength(Domain.Communities.Community.FarewellLength)]
    public string? Farewell { get; set; }

    public OpenCommunity Community { get; private set; } = null!;

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostDescribeAsync(
        Guid id,
        [Bind(Prefix = "Input")] CommunityInput input,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = input;
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Answer(
            await desk.DescribeAsync(viewer, Community.Id, input.Version, input.ToFacts(), cancellationToken),
            "communities.flash.described"
        );
    }

    public async Task<IActionResult> OnPostHandAsync(Guid id, Guid? steward, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Show();
        if (steward is not { } next)
        {
            return this.Refused(new Refusal("community-not-a-member"));
        }

        return Answer(await desk.HandToAsync(viewer, Community.Id, PersonId.From(next), cancellationToken), "communities.flash.handed");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, string? farewell, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Show();
        Farewell = farewell;
        if (string.IsNullOrWhiteSpace(farewell) || farewell.Trim().Length > Domain.Communities.Community.FarewellLength)
        {
            return this.Refused(new Refusal("community-needs-farewell", Domain.Communities.Community.FarewellLength));
        }

        return Answer(await desk.CloseAsync(viewer, Community.Id, farewell, cancellationToken), "communities.flash.closed");
    }

    private IActionResult Answer(Outcome? done, string flash)
    {
        if (done is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refusal is not { } refusal)
        {
            return this.Onward(CommunitiesLinks.One(Community.Id), flash);
        }

        ModelState.Clear();
        if (refusal.Code == "community-changed-meanwhile")
        {
            Input = Input with { Version = Community.Version };
        }

        return this.Refused(refusal);
    }

    private void Show() =>
        Input = new CommunityInput
        {
            Topic = Community.Topic,
            Purpose = Community.Purpose,
            Version = Community.Version,
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, CommunityId.From(id), cancellationToken) is not { MayKeep: true, IsClosed: false } community)
        {
            return false;
        }

        Community = community;
        var members = await reading.MembersAsync(community.Id, CommunitiesReading.MembersShown, cancellationToken);
        Others =
        [
            .. members
                .Where(m => m.Id != community.StewardId)
                .Select(m => new Choice(m.Id.Value.ToString(), m.Unit.Length > 0 ? $"{m.Name}, {m.Unit}" : m.Name)),
        ];
        return true;
    }
}

using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Checks.Own;

/// <summary>What the form of a rater sends.</summary>
public sealed record ChosenRater
{
    public RaterGroup Group { get; init; } = RaterGroup.Peers;

    [MaxLength(RaterInvitation.NameLength)]
    public string? Name { get; init; }

    [EmailAddress, MaxLength(DirectoryFacts.EmailLength)]
    public string? Email { get; init; }

    /// <summary>Somebody who signs in here, found by the name.</summary>
    public Guid? Person { get; init; }
}

/// <summary>Whom to ask. Nobody is told before the launch; finding a person is a button of the same form, so no script is needed.</summary>
public sealed class ChooseRatersModel(ChecksReading reading, CheckDesk desk, ReaderSearch people, Rules rules, Viewer viewer, Words words)
    : PageModel
{
    [BindProperty]
    public ChosenRater Input { get; set; } = new();

    public OwnCheck Own { get; private set; } = null!;

    public IReadOnlyList<OwnRater> Raters { get; private set; } = [];

    public IReadOnlyList<GroupBalance> Balance => GroupBalance.Of(Raters.Select(r => r.Group), rules.Checks);

    public IReadOnlyList<Choice> Found { get; private set; } = [];

    public bool NobodyFound { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? find, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (find is not null)
        {
            Found = [.. (await people.FindAsync(viewer, Input.Name ?? "", cancellationToken)).Select(p => p.AsChoice())];
            NobodyFound = Found.Count == 0;
            ModelState.Clear();
            return Page();
        }

        if (await AddressAsync(cancellationToken) is not { } address || !ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.ProposeAsync(viewer, Own.Id, Input.Group, address, cancellationToken);
        return outcome?.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(ChecksLinks.Raters(Own.Id));
    }

    public async Task<IActionResult> OnPostLeaveOutAsync(Guid id, Guid rater, CancellationToken cancellationToken) =>
        await desk.LeaveOutAsync(viewer, LeadershipCheckId.From(id), RaterInvitationId.From(rater), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(ChecksLinks.Raters(LeadershipCheckId.From(id))),
        };

    private async Task<RaterAddress?> AddressAsync(CancellationToken cancellationToken)
    {
        if (Input.Person is { } person)
        {
            var known = await people.NamedAsync(viewer, [PersonId.From(person)], cancellationToken);
            return known is [var one] ? new RaterAddress(one.Name, null, person) : null;
        }

        if (string.IsNullOrWhiteSpace(Input.Name))
        {
            ModelState.AddModelError("Input.Name", words["error.required"]);
            return null;
        }

        return new RaterAddress(Input.Name.Trim(), string.IsNullOrWhiteSpace(Input.Email) ? null : Input.Email.Trim(), null);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, LeadershipCheckId.From(id), cancellationToken) is not { Check.IsLaunched: false } own)
        {
            return false;
        }

        Own = own;
        Raters = await reading.RatersAsync(viewer, own.Id, cancellationToken);
        return true;
    }
}

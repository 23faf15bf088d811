using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Circles.InviteToCircle;

/// <summary>Finds people by name and asks them in, one by one; each keeps a seat until they answer.</summary>
public sealed class InviteToCircleModel(CirclesReading reading, CircleDesk desk, ReaderSearch search, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public OpenCircle Circle { get; private set; } = null!;

    public IReadOnlyList<NamedPerson> People { get; private set; } = [];

    public bool HasSearched => !string.IsNullOrWhiteSpace(Name);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid person, CancellationToken cancellationToken)
    {
        var asked = await desk.InviteAsync(viewer, CircleId.From(id), PersonId.From(person), cancellationToken);
        if (asked is not { } outcome || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return outcome.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(CirclesLinks.Invite(Circle.Id), "circles.flash.invited");
    }

    /// <summary>Whether they are in or asked already.</summary>
    public bool Holds(NamedPerson person) =>
        Circle.Faces.Any(f => f.Id == person.Id && f.State is CircleMemberState.In or CircleMemberState.Asked);

    /// <summary>Whether they would bring in a unit that is not there yet.</summary>
    public bool BringsUnit(NamedPerson person) => person.Unit.Length > 0 && Circle.TakingPart.All(f => f.Unit != person.Unit);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, CircleId.From(id), cancellationToken) is not { IsConvenor: true, IsEnded: false } circle)
        {
            return false;
        }

        Circle = circle;
        People = HasSearched ? await search.FindAsync(viewer, Name!, cancellationToken) : [];
        return true;
    }
}

using Fieldcraft.Domain.Circles;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Circles.CallCircle;

public sealed class DescribeCircleModel(CirclesReading reading, CircleDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public CircleInput Input { get; set; } = new();

    public OpenCircle Circle { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new CircleInput
        {
            Name = Circle.Name,
            Purpose = Circle.Purpose,
            Seats = Circle.Seats,
            Door = Circle.Door,
            Version = Circle.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.DescribeAsync(viewer, Circle.Id, Input.Version, Input.ToFacts(), cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(CirclesLinks.One(Circle.Id), "circles.flash.described");
        }

        if (refusal.Code == "circle-changed-meanwhile" && await LoadAsync(id, cancellationToken))
        {
            ModelState.Remove("Input.Version");
            Input = Input with { Version = Circle.Version };
        }

        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, CircleId.From(id), cancellationToken) is not { IsConvenor: true } circle)
        {
            return false;
        }

        Circle = circle;
        return true;
    }
}

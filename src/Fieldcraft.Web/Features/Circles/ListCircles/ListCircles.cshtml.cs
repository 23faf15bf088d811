using Fieldcraft.Domain.Circles;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Circles.ListCircles;

public sealed class ListCirclesModel(CirclesReading reading, Viewer viewer) : PageModel
{
    /// <summary>More circles than anybody takes part in.</summary>
    private const int MostOwn = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<CircleLine> Invitations { get; private set; } = [];

    public IReadOnlyList<CircleLine> Mine { get; private set; } = [];

    public IReadOnlyList<CircleLine> Open { get; private set; } = [];

    /// <summary>The open circle after which others follow.</summary>
    public CircleId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var own = await reading.OwnAsync(viewer, null, MostOwn, cancellationToken);
        Invitations = [.. own.Where(c => c is { Mine: CircleMemberState.Asked, State: not CircleState.Ended })];
        Mine = [.. own.Where(c => c.Mine == CircleMemberState.In).OrderBy(c => c.State == CircleState.Ended)];
        var after = After is { } id ? CircleId.From(id) : (CircleId?)null;
        var open = await reading.WithOpenSeatsAsync(viewer, after, CirclesReading.PageSize + 1, cancellationToken);
        Open = [.. open.Take(CirclesReading.PageSize)];
        More = open.Count > CirclesReading.PageSize ? Open[^1].Id : null;
    }
}

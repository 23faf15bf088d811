using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>A page about the pieces of the organisation's strategy; 404 for those who may not read it.</summary>
public abstract class StrategyPage(StrategyReading reading, Viewer viewer) : PageModel
{
    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<StrategyPiece> Pieces { get; private set; } = [];

    public bool MayWrite { get; private set; }

    /// <summary>The kinds that the page shows.</summary>
    protected abstract IReadOnlyCollection<StrategyKind> Kinds { get; }

    protected StrategyReading Reading => reading;

    protected Viewer Viewer => viewer;

    public IReadOnlyList<StrategyPiece> Of(StrategyKind kind) => [.. Pieces.Where(p => p.Kind == kind && p.IsOpen)];

    public StrategyPiece? The(StrategyKind kind) => Pieces.FirstOrDefault(p => p.Kind == kind && p.IsOpen);

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    protected virtual async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!viewer.MayReadStrategy() || await reading.TopAsync(viewer, cancellationToken) is not { } unit)
        {
            return false;
        }

        (Unit, MayWrite) = (unit, viewer.MayWrite(StrategyKind.Policy, unit.Id, unit.Path));
        Pieces = await reading.ListAsync(viewer, unit.Id, Kinds, cancellationToken);
        return true;
    }
}

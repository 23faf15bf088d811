using Fieldcraft.Domain.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.People.ReadUnits;

/// <summary>A top of the tree with what is right below it.</summary>
public sealed record TopUnit(UnitLine Unit, IReadOnlyList<UnitLine> Below);

public sealed class ReadUnitsModel(UnitReading reading) : PageModel
{
    public IReadOnlyList<TopUnit> Tree { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var tops = await reading.TopsAsync(cancellationToken);
        var below = (await reading.BelowAsync([.. tops.Select(t => (UnitId?)t.Id)], cancellationToken)).ToLookup(u => u.ParentId);
        Tree = [.. tops.Select(t => new TopUnit(t, [.. below[t.Id]]))];
    }
}

using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Insight.Views;

/// <summary>A page of Insight whose choice can be kept under a name.</summary>
public abstract class KeepingPage(InsightDesk desk, KeptViewDesk views, Viewer viewer) : PageModel
{
    public InsightView View { get; private set; } = null!;

    /// <summary>What the viewer keeps already.</summary>
    public OwnViews Own { get; private set; } = null!;

    [BindProperty]
    public KeepInput Keep { get; set; } = new();

    public bool HasAddress => Own.HasAddress;

    protected Viewer Viewer => viewer;

    /// <summary>One quarter does not change: there is nothing to be mailed of it.</summary>
    public bool IsOfOneQuarter => !string.IsNullOrEmpty(View.Query.Quarter);

    /// <summary>False for somebody who may not read Insight.</summary>
    protected async Task<bool> OpenAsync(InsightQuery query, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(viewer, query, cancellationToken) is not { } view)
        {
            return false;
        }

        View = view;
        Own = await views.OwnAsync(viewer, cancellationToken);
        return true;
    }

    /// <summary>Keeps what this page shows.</summary>
    /// <param name="measure">Null: all measures.</param>
    protected async Task<IActionResult> KeepAsync(string? measure, string address, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var kept = await views.KeepAsync(viewer, View, measure, Keep.ToWording(), cancellationToken);
        return kept.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(address, "insight.view.flash.kept");
    }
}

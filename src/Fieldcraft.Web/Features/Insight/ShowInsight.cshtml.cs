using Fieldcraft.Web.Features.Insight.Views;
using Fieldcraft.Web.Features.Outcomes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>All measures of a quarter for the people that are chosen; above them what the viewer keeps.</summary>
public sealed class ShowInsightModel(InsightDesk desk, KeptViewDesk views, Viewer viewer) : KeepingPage(desk, views, viewer)
{
    public bool ReadsOutcomes => Viewer.MayReadOutcomes();

    public async Task<IActionResult> OnGetAsync([FromQuery] InsightQuery query, CancellationToken cancellationToken) =>
        await OpenAsync(query, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] InsightQuery query, CancellationToken cancellationToken) =>
        await OpenAsync(query, cancellationToken) ? await KeepAsync(null, InsightLinks.All(query), cancellationToken) : NotFound();
}

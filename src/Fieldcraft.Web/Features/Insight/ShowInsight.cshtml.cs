using Fieldcraft.Web.Features.Insight.Views;
using Fieldcraft.Web.Features.Outcomes;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>All measures of a quarter for the people that are chosen; above them what the viewer keeps.</summary>
public sealed class ShowInsightModel(InsightDesk desk, KeptViewDesk views, TableFiles files, Viewer viewer, Words words)
    : KeepingPage(desk, views, viewer)
{
    public bool ReadsOutcomes => Viewer.MayReadOutcomes();

    public async Task<IActionResult> OnGetAsync([FromQuery] InsightQuery query, CancellationToken cancellationToken) =>
        !await OpenAsync(query, cancellationToken) ? NotFound()
        : View.Release is null ? Page()
        : await files.AnswerAsync(
            this,
            "insight",
            () => InsightSheets.ForFile(View, null, words),
            () => InsightSheets.ForPaper(View, null, words),
            cancellationToken
        );

    public async Task<IActionResult> OnPostAsync([FromQuery] InsightQuery query, CancellationToken cancellationToken) =>
        await OpenAsync(query, cancellationToken) ? await KeepAsync(null, InsightLinks.All(query), cancellationToken) : NotFound();
}

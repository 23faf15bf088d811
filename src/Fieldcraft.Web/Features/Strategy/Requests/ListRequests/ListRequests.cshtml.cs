using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Strategy.Requests.ListRequests;

/// <summary>What was asked of the learning team: one's own, and for the team everybody's with the day by which an answer is owed.</summary>
public sealed class ListRequestsModel(RequestDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    public IReadOnlyList<RequestView> Requests { get; private set; } = [];

    public FunctionFigures? Figures { get; private set; }

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Requests = await desk.ListAsync(viewer, cancellationToken);
        Figures = viewer.MayReadStrategy() ? await desk.FiguresAsync(words, cancellationToken) : null;
    }
}

using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.PrintIdeas;

/// <summary>The team's latest ideas and their answers on paper, for whoever has no screen.</summary>
public sealed class PrintTeamSheetModel(LoopReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    private const int OnASheet = 20;

    public IReadOnlyList<IdeaLine> Ideas { get; private set; } = [];

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Ideas = await reading.OfTeamAsync(viewer, null, OnASheet, cancellationToken);
}

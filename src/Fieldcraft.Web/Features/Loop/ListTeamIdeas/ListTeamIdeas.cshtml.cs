using Fieldcraft.Domain.Loop;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.ListTeamIdeas;

/// <summary>The ideas of the viewer's team and what became of each; what waits for the viewer's own answer stands above.</summary>
public sealed class ListTeamIdeasModel(LoopReading reading, LoopMeasuresReading measures, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    private const int Shown = 30;

    public IReadOnlyList<IdeaLine> Ideas { get; private set; } = [];

    public WaitingIdeas Waiting { get; private set; } = new(0, null);

    /// <summary>The last one shown, when more follow.</summary>
    public TeamIdeaId? Last { get; private set; }

    public bool MayMeasure { get; private set; }

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public bool IsLeader => viewer.HasReports;

    public async Task OnGetAsync(Guid? after, CancellationToken cancellationToken)
    {
        var ideas = await reading.OfTeamAsync(viewer, after is { } id ? TeamIdeaId.From(id) : null, Shown + 1, cancellationToken);
        Ideas = [.. ideas.Take(Shown)];
        Last = ideas.Count > Shown ? Ideas[^1].Id : null;
        Waiting = await reading.WaitingAsync(viewer, cancellationToken);
        MayMeasure = (await measures.ProgrammesAsync(cancellationToken)).Count > 0;
    }
}

using Fieldcraft.Domain.Alongside;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Alongside.Visits;

/// <summary>Visits of which the viewer is guest or host.</summary>
public sealed class ListVisitsModel(VisitsReading reading, Viewer viewer, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenVisit> Visits { get; private set; } = [];

    public VisitId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? VisitId.From(id) : (VisitId?)null;
        var visits = await reading.ListAsync(viewer, after, VisitsReading.PageSize + 1, cancellationToken);
        Visits = [.. visits.Take(VisitsReading.PageSize)];
        More = visits.Count > VisitsReading.PageSize ? Visits[^1].Id : null;
    }

    /// <summary>Something waits for the viewer: an answer to give, or two questions after a visit.</summary>
    public bool IsDue(OpenVisit visit) =>
        visit.IsHost
            ? visit.State == VisitState.Asked
            : visit.State == VisitState.Agreed && visit.On <= reading.Today && visit.Reflection is null;

    public string StateOf(OpenVisit visit) =>
        visit is { State: VisitState.Agreed, On: { } day }
            ? words[day <= reading.Today ? "alongside.state.was" : "alongside.state.agreed", words.Day(day)]
            : words[$"alongside.state.{visit.State}"];
}

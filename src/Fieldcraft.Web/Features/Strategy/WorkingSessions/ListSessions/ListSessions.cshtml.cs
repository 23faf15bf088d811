using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Strategy.WorkingSessions.ListSessions;

/// <summary>Opens a working session on the strategy, and finds those that there were; for who may write the strategy.</summary>
public sealed class ListSessionsModel(StrategySessions sessions, Viewer viewer, Words words) : PageModel
{
    [BindProperty, Required, MaxLength(LiveSession.NameLength)]
    public string? Name { get; set; }

    public SessionScript Script => sessions.Script;

    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } unit)
        {
            return NotFound();
        }

        var name = words["strategy.sessions.name_of", unit];
        Name = name.Length > LiveSession.NameLength ? name[..LiveSession.NameLength] : name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancellationToken) is null ? NotFound() : this.Again();
        }

        return await sessions.OpenAsync(viewer, Name!, cancellationToken) is { } session
            ? this.Onward(ConversationsLinks.Session(session.Id))
            : NotFound();
    }

    /// <returns>The name of the unit whose strategy it is; null for who may not write it.</returns>
    private async Task<string?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await sessions.UnitAsync(viewer, cancellationToken) is not { } unit)
        {
            return null;
        }

        Sessions = await sessions.ListAsync(viewer, unit.Id, cancellationToken);
        return unit.Name;
    }
}

using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conversations.ListConversations;

public sealed class ListConversationsModel(LiveReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<SessionLine> Coming { get; private set; } = [];

    public IReadOnlyList<SessionLine> Past { get; private set; } = [];

    public LiveSessionId? More { get; private set; }

    public bool IsEmpty => Coming.Count + Past.Count == 0;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? LiveSessionId.From(id) : (LiveSessionId?)null;
        var lines = await reading.ListAsync(viewer, after, LiveReading.PageSize + 1, cancellationToken);
        var shown = lines.Take(LiveReading.PageSize).ToList();
        Coming =
        [
            .. shown
                .Where(l => l.Session.EndedAt is null && l.Me.LeftAt is null)
                .OrderBy(l => l.Session.BegunAt is null)
                .ThenBy(l => l.Session.On),
        ];
        Past = [.. shown.Where(l => l.Session.EndedAt is not null || l.Me.LeftAt is not null)];
        More = lines.Count > LiveReading.PageSize ? shown[^1].Session.Id : null;
    }

    public static string StateOf(SessionLine line) =>
        line.Session.State switch
        {
            SessionState.Ended => "conversations.state.ended",
            SessionState.Waiting when line.Me.JoinedAt is null => "conversations.state.invited",
            SessionState.Waiting => "conversations.state.waiting",
            _ => "conversations.state.running",
        };
}

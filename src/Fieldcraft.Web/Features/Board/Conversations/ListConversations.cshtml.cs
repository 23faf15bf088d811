using Fieldcraft.Domain.Board;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Conversations;

/// <summary>The viewer's conversations about postings, their own and others'.</summary>
public sealed class ListConversationsModel(InterestReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenInterest> Interests { get; private set; } = [];

    public InterestId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? InterestId.From(id) : (InterestId?)null;
        var interests = await reading.ListAsync(viewer, after, InterestReading.PageSize + 1, cancellationToken);
        Interests = [.. interests.Take(InterestReading.PageSize)];
        More = interests.Count > InterestReading.PageSize ? Interests[^1].Id : null;
    }
}

using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Communities.ListCommunities;

public sealed class ListCommunitiesModel(CommunitiesReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<CommunityLine> Communities { get; private set; } = [];

    /// <summary>The community after which others follow.</summary>
    public CommunityId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()[..Math.Min(Search.Trim().Length, FoldedName.Length)];
        var found = await reading.ListAsync(
            viewer,
            Search,
            false,
            After is { } id ? CommunityId.From(id) : null,
            CommunitiesReading.PageSize + 1,
            words.Today(clock.GetUtcNow()),
            cancellationToken
        );
        Communities = [.. found.Take(CommunitiesReading.PageSize)];
        More = found.Count > CommunitiesReading.PageSize ? Communities[^1].Id : null;
    }
}

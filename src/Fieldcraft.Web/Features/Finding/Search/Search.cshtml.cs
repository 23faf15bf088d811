using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Finding.Search;

public sealed class SearchModel(FindingEverywhere finding, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public bool HasAsked => !string.IsNullOrWhiteSpace(Q);

    public bool IsTooShort { get; private set; }

    public bool TooMany { get; private set; }

    public IReadOnlyList<IGrouping<string, Found>> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!HasAsked)
        {
            return;
        }

        if (FindingEverywhere.Folded(Q) is not { } needle)
        {
            IsTooShort = true;
            return;
        }

        var found = await finding.FindAsync(viewer, needle, cancellationToken);
        if (found.Wait is { } wait)
        {
            TooMany = true;
            Response.SetTooMany(wait);
            return;
        }

        Kinds = [.. found.All.GroupBy(f => f.KindWord)];
    }
}

using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Book.ShowServices;

/// <summary>What I offer, on one page: services, strengths nobody asks for, alliances, notes from outside.</summary>
public sealed class ShowServicesModel(ProviderBook book, Viewer viewer) : PageModel
{
    public static readonly IReadOnlyList<ProviderEntryKind> Kinds =
    [
        ProviderEntryKind.Service,
        ProviderEntryKind.Strength,
        ProviderEntryKind.Alliance,
        ProviderEntryKind.Outside,
    ];

    public IReadOnlyList<OpenEntry> Entries { get; private set; } = [];

    public IReadOnlyList<UnitNote> OfTheUnit { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Entries = await book.ListAsync(viewer, Kinds, cancellationToken);
        OfTheUnit = [.. (await book.UnitNotesAsync(viewer, cancellationToken)).Where(n => !n.IsMine)];
    }
}

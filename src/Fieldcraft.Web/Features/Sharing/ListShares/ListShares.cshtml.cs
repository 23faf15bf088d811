using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Sharing.ListShares;

public sealed class ListSharesModel(SharingReading reading, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OwnShare> Open { get; private set; } = [];

    public IReadOnlyList<OwnShare> Ended { get; private set; } = [];

    public ShareId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var shares = await reading.ListAsync(
            viewer,
            After is { } id ? ShareId.From(id) : null,
            SharingReading.PageSize + 1,
            cancellationToken
        );
        More = shares.Count > SharingReading.PageSize ? shares[SharingReading.PageSize - 1].Id : null;
        var shown = shares.Take(SharingReading.PageSize).ToLookup(s => s.IsOpenAt(clock.GetUtcNow()));
        (Open, Ended) = ([.. shown[true]], [.. shown[false]]);
    }

    public static string Names(OwnShare share) => string.Join(", ", share.Readers.Where(r => r.TakenAwayAt is null).Select(r => r.Name));
}

using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Sharing.ReadShare;

/// <summary>One own share: with whom, until when, who looked; and ending it.</summary>
public sealed class ReadShareModel(SharingReading reading, SharingActions sharing, Viewer viewer, TimeProvider clock) : PageModel
{
    public OwnShare Share { get; private set; } = null!;

    public IReadOnlyList<LookLine> Looks { get; private set; } = [];

    /// <summary>The item itself, where its room still knows it.</summary>
    public string? ItemAddress { get; private set; }

    public bool IsOpen => Share.IsOpenAt(clock.GetUtcNow());

    public IEnumerable<ReaderLine> Readers => Share.Readers.Where(r => r.TakenAwayAt is null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, ShareId.From(id), cancellationToken) is not { } share)
        {
            return NotFound();
        }

        Share = share;
        Looks = await reading.LooksAsync(viewer, share.Id, cancellationToken);
        ItemAddress = sharing.Of(share.Kind)?.AddressOf(share.ItemId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? reader, CancellationToken cancellationToken) =>
        await sharing.EndAsync(viewer, ShareId.From(id), reader is { } one ? PersonId.From(one) : null, cancellationToken)
            ? this.Onward(SharingLinks.Share(ShareId.From(id)), "sharing.flash.ended")
            : NotFound();
}

using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Opportunities.Own.Book.WriteEntry;

/// <summary>One entry of the book, of any kind: a new one, or the wording of one that is there.</summary>
public sealed class WriteEntryModel(ProviderBook book, Viewer viewer, Words words, TimeProvider clock) : BoxesPage(words, clock)
{
    public ProviderEntryKind Kind { get; private set; }

    public OpenEntry? Before { get; private set; }

    public SheetForm Form => ProviderEntry.FormOf(Kind);

    public override Sheet Kept => Before?.Sheet ?? Sheet.Empty;

    public override int KeptVersion => Before?.Version ?? 0;

    public string Back =>
        Kind == ProviderEntryKind.Customer && Before is { } one ? OpportunitiesLinks.Customer(one.Id) : OpportunitiesLinks.ListOf(Kind);

    public async Task<IActionResult> OnGetAsync(string kind, Guid? id, CancellationToken cancellationToken) =>
        await LoadAsync(kind, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, Guid? id, bool next, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(kind, id, cancellationToken))
        {
            return NotFound();
        }

        if (!this.TakesIn(Form, Boxes, Words, out var sheet))
        {
            return Mend();
        }

        if (Before is { } before)
        {
            return await EndAsync(
                await book.RewriteAsync(viewer, before.Id, Version, sheet, cancellationToken),
                () => LoadAsync(kind, id, cancellationToken),
                Back,
                "opportunities.flash.kept"
            );
        }

        var written = await book.WriteAsync(viewer, Kind, sheet, cancellationToken);
        return written.Refusal is { } refusal
            ? RefusedFor(refusal)
            : this.Onward(next ? OpportunitiesLinks.NewEntry(Kind) : OpportunitiesLinks.ListOf(Kind), "opportunities.flash.kept");
    }

    public async Task<IActionResult> OnPostShareAsync(string kind, Guid id, CancellationToken cancellationToken) =>
        await book.ShareAsync(viewer, ProviderEntryId.From(id), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(kind, id, cancellationToken) ? RefusedFor(refusal) : NotFound(),
            _ => this.Onward(OpportunitiesLinks.Services, "opportunities.flash.shared"),
        };

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken) =>
        await book.TakeBackAsync(viewer, ProviderEntryId.From(id), cancellationToken)
            ? this.Onward(OpportunitiesLinks.Services, "opportunities.flash.taken_back")
            : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string kind, Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(kind, id, cancellationToken))
        {
            return NotFound();
        }

        var removed = await book.RemoveAsync(viewer, Before!.Id, Version, cancellationToken);
        return removed.End == SaveEnd.Saved
            ? this.Onward(OpportunitiesLinks.ListOf(Kind), "opportunities.flash.removed")
            : await EndAsync(removed, () => LoadAsync(kind, id, cancellationToken), Back, "");
    }

    private async Task<bool> LoadAsync(string kind, Guid? id, CancellationToken cancellationToken)
    {
        if (OpportunitiesLinks.KindOf(kind) is not { } known)
        {
            return false;
        }

        Kind = known;
        Before = id is { } entry ? await book.FindAsync(viewer, ProviderEntryId.From(entry), cancellationToken) : null;
        return id is null || Before?.Kind == known;
    }
}

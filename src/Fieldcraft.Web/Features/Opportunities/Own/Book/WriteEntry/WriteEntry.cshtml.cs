using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Opportunities.Own.Book.WriteEntry;

/// <summary>One entry of the book, of any kind: a new one, or the wording of one that is there.</summary>
public sealed class WriteEntryModel(ProviderBook book, ReaderSearch search, Viewer viewer, Words words, TimeProvider clock)
    : BoxesPage(words, clock)
{
    public ProviderEntryKind Kind { get; private set; }

    public OpenEntry? Before { get; private set; }

    public SheetForm Form => ProviderEntry.FormOf(Kind);

    /// <summary>The beginning of a name in the directory, for a new customer.</summary>
    [BindProperty, MaxLength(ReaderSearch.LongestName)]
    public string? Colleague { get; set; }

    public IReadOnlyList<NamedPerson>? Found { get; private set; }

    /// <summary>What was taken from the directory into a new entry.</summary>
    public Sheet Taken { get; private set; } = Sheet.Empty;

    public override Sheet Kept => Before?.Sheet ?? Taken;

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

    /// <summary>Looks for a colleague; keeps nothing.</summary>
    public async Task<IActionResult> OnPostFindAsync(string kind, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(kind, null, cancellationToken) || Kind != ProviderEntryKind.Customer)
        {
            return NotFound();
        }

        Found = await search.ColleaguesAsync(viewer, Colleague ?? "", cancellationToken);
        return Page();
    }

    /// <summary>Fills in who it is and where they work; what else is written about them is the owner's.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string kind, Guid person, CancellationToken cancellationToken)
    {
        if (
            !await LoadAsync(kind, null, cancellationToken)
            || Kind != ProviderEntryKind.Customer
            || await search.ColleagueAsync(viewer, PersonId.From(person), cancellationToken) is not { } colleague
        )
        {
            return NotFound();
        }

        ModelState.Clear();
        Taken = new Sheet([KeyValuePair.Create("name", colleague.Name), KeyValuePair.Create("unit", colleague.Place)]);
        return Page();
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

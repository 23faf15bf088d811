using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SharedIdeas.Own;

/// <summary>What the form of a link sends.</summary>
public sealed record LinkInput
{
    [Required, MaxLength(OutsideCopy.PartnerNameLength)]
    public string? Partner { get; init; }

    [Required]
    public DateOnly? Until { get; init; }

    [MaxLength(DirectoryFacts.EmailLength), EmailAddress]
    public string? Address { get; init; }
}

/// <summary>Makes a copy of one own item with a link for one partner who has no account.</summary>
public sealed class NewLinkModel(OutsideCopies copies, SharingActions sharing, Viewer viewer, Rules rules, Words words, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public SharedItemKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty]
    public LinkInput Input { get; set; } = new();

    public SharedCopy? Copy { get; private set; }

    public string Back { get; private set; } = "";

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public DateOnly LastDay => Today.AddDays(OutsideCopy.DaysAtMost);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new LinkInput { Until = Today.AddDays(rules.Partners.LinkDays) };
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Input.Until < Today || Input.Until > LastDay)
        {
            ModelState.AddModelError("Input.Until", words["ideas.links.until.outside", OutsideCopy.DaysAtMost]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var id = await copies.MakeAsync(
            viewer,
            Kind!.Value,
            Item!.Value,
            Copy!,
            Input.Partner!.Trim(),
            string.IsNullOrWhiteSpace(Input.Address) ? null : Input.Address.Trim(),
            Input.Until!.Value,
            cancellationToken
        );
        return this.Onward(IdeasLinks.Link(id), Input.Address is null ? null : "ideas.flash.mailed");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Kind is not { } kind || !kind.TakesIdeas() || Item is not { } item || sharing.Of(kind) is not { } shareable)
        {
            return false;
        }

        Back = shareable.AddressOf(item);
        Copy = await shareable.CopyAsync(viewer, item, cancellationToken);
        return Copy is not null;
    }
}

using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.RewriteCapability;

/// <summary>The texts of one capability of the draft.</summary>
public sealed class RewriteCapabilityModel(FrameworkDesk desk, FrameworkTexts texts, Words words) : PageModel
{
    [BindProperty]
    public CapabilityInput Input { get; set; } = new();

    /// <summary>The capability as the draft has it.</summary>
    public Capability Now { get; private set; } = null!;

    /// <summary>What another tab saved meanwhile; the page shows both.</summary>
    public CapabilityInput? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string capability, CancellationToken cancellationToken)
    {
        if (Find(await desk.DraftAsync(cancellationToken), capability) is not { } now)
        {
            return NotFound();
        }

        Input = InputOf(now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string capability, CancellationToken cancellationToken)
    {
        if (Find(await desk.DraftAsync(cancellationToken), capability) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var saved = await desk.WriteAsync(
            (_, content) => content.Capabilities.FirstOrDefault(c => c.Id == capability) is { } now && InputOf(now).Stamp == Input.Stamp,
            content => content.With(texts.Plain(Input.On(content.Capabilities.First(c => c.Id == capability)))),
            cancellationToken
        );
        return saved.Save switch
        {
            DraftSave.Saved => this.Onward(FrameworksLinks.Draft, "framework.flash.saved"),
            DraftSave.Unusable => this.AgainWith(saved.Problems, words),
            _ => Meanwhile(saved.Draft, capability),
        };
    }

    private IActionResult Meanwhile(OpenDraft? draft, string capability)
    {
        if (Find(draft, capability) is not { } theirs)
        {
            return NotFound();
        }

        Theirs = InputOf(theirs);
        Input = Input with { Stamp = Theirs.Stamp };
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private Capability? Find(OpenDraft? draft, string capability)
    {
        var found = draft?.Content.Capabilities.FirstOrDefault(c => c.Id == capability);
        Now = found is null ? null! : texts.Full(found);
        return found;
    }

    // Hiding has a button of its own; it does not stand in the way of whoever writes.
    private CapabilityInput InputOf(Capability capability) =>
        CapabilityInput.Of(texts.Full(capability), PartStamp.Of(capability with { IsHidden = false }));
}

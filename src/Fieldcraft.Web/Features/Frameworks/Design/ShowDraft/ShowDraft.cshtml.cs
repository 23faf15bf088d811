using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.ShowDraft;

/// <summary>What a button beside a capability does.</summary>
public enum Arrangement
{
    Up,
    Down,
    Hide,
    Show,
    Remove,
}

/// <summary>The draft: every capability with its way in, the order, what is hidden. Without a draft, the way to start one.</summary>
public sealed class ShowDraftModel(FrameworkDesk desk, FrameworkReading reading, Words words) : PageModel
{
    public OpenDraft? Draft { get; private set; }

    public Catalogue Catalogue { get; private set; } = null!;

    public Catalogue InUse { get; private set; } = null!;

    public FrameworkComparison Comparison { get; private set; } = null!;

    public string Stamp => StampOf(Draft!.Content);

    public IEnumerable<Capability> Hidden => Draft!.Content.Capabilities.Where(c => c.IsHidden);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        // A draft that is there already is what was wanted, whoever started it.
        await desk.StartAsync(null, cancellationToken);
        return this.Onward(FrameworksLinks.Draft);
    }

    public async Task<IActionResult> OnPostAsync(string capability, string stamp, Arrangement? how, CancellationToken cancellationToken)
    {
        // What a published edition has is kept; only what the draft itself added can go.
        var isKept = (await reading.InUseAsync(cancellationToken)).Find(capability) is not null;
        if (how is not { } arrangement || !Enum.IsDefined(arrangement) || (arrangement == Arrangement.Remove && isKept))
        {
            return NotFound();
        }

        var saved = await desk.WriteAsync(
            (_, content) => StampOf(content) == stamp,
            c => Arranged(c, capability, arrangement),
            cancellationToken
        );
        if (saved.Save is DraftSave.Saved)
        {
            return this.Onward(FrameworksLinks.Draft);
        }

        if (saved.Save is DraftSave.NotFound)
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);
        ModelState.Clear();
        foreach (var code in saved.Problems.Select(p => p.Code).DefaultIfEmpty("arranged-meanwhile"))
        {
            ModelState.AddModelError("", words[$"framework.problem.{code}"]);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public bool IsOwnOfDraft(string capability) => InUse.Find(capability) is null;

    public string NameOf(Capability capability) => Catalogue.NameOf(capability.Id, words);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Draft = await desk.DraftAsync(cancellationToken);
        InUse = await reading.InUseAsync(cancellationToken);
        Catalogue = Draft?.ToCatalogue() ?? InUse;
        Comparison = FrameworkComparison.Between(InUse.Content, Catalogue.Content);
    }

    private static FrameworkContent Arranged(FrameworkContent content, string id, Arrangement how) =>
        content.Capabilities.FirstOrDefault(c => c.Id == id) is not { } capability
            ? content
            : how switch
            {
                Arrangement.Up => content.Moved(id, -1),
                Arrangement.Down => content.Moved(id, 1),
                Arrangement.Remove => content.Without(id),
                _ => content.With(capability with { IsHidden = how == Arrangement.Hide }),
            };

    /// <summary>Order and hiding are one part: what is hidden has no place.</summary>
    private static string StampOf(FrameworkContent content) =>
        PartStamp.Of(content.Capabilities.Select(c => $"{c.Id}:{c.IsHidden}").ToList());
}

using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Opportunities.Own.Talks.ConfirmNeed;

/// <summary>The summary that goes to the customer: what they will read, and nothing else of the talk.</summary>
public sealed class ConfirmNeedModel(TalkDesk talks, CustomerLinks links, Viewer viewer, Words words, TimeProvider clock)
    : BoxesPage(words, clock)
{
    [BindProperty]
    public SendInput Send { get; set; } = new();

    public OpenTalk Talk { get; private set; } = null!;

    public override Sheet Kept => SheetForms.Summary.Of(Talk.Sheet) is { Said.Count: > 0 } kept ? kept : Suggested;

    public override int KeptVersion => Talk.Version;

    /// <summary>What the customer said in their own words is where a summary begins.</summary>
    private Sheet Suggested => new([KeyValuePair.Create("need", Talk.Sheet["words"])]);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Send = new SendInput { Customer = Talk.Customer };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!this.TakesIn(SheetForms.Summary, Boxes, Words, out var sheet))
        {
            return this.Again();
        }

        var notes = new TalkNotes(sheet, Talk.HeldOn ?? Today, Talk.IsAcrossUnits);
        var saved = await talks.NoteAsync(viewer, Talk.Id, Version, SheetForms.Summary, notes, cancellationToken);
        if (saved.End != SaveEnd.Saved)
        {
            return await EndAsync(saved, () => LoadAsync(id, cancellationToken), "", "");
        }

        var asking = new Asking(CustomerAsk.Summary, Send.Customer!, sheet, Send.MailAddress);
        return await links.SendAsync(viewer, Talk.Id, asking, cancellationToken) is { Value: { } link }
            ? this.Onward(OpportunitiesLinks.Link(link.Id), asking.Address is null ? null : "opportunities.flash.mailed")
            : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await talks.FindAsync(viewer, CustomerDialogueId.From(id), cancellationToken) is not { } talk)
        {
            return false;
        }

        Talk = talk;
        return true;
    }
}

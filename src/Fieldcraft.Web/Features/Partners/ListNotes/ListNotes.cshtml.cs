using Fieldcraft.Domain.Partners;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.ListNotes;

/// <summary>All own notes beside partnerships, newest first. They are their writer's and stay when a partnership or a partner is gone.</summary>
public sealed class ListNotesModel(NotesDesk notes, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<NoteLine> Notes { get; private set; } = [];

    public PartnerNoteId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? PartnerNoteId.From(id) : (PartnerNoteId?)null;
        var found = await notes.ListAsync(viewer, after, NotesDesk.PageSize + 1, cancellationToken);
        Notes = [.. found.Take(NotesDesk.PageSize)];
        More = found.Count > NotesDesk.PageSize ? Notes[^1].Id : null;
    }

    public async Task<IActionResult> OnPostTearOutAsync(Guid note, CancellationToken cancellationToken) =>
        await notes.TearOutAsync(viewer, PartnerNoteId.From(note), cancellationToken)
            ? this.Onward(PartnersLinks.Notes, "partners.flash.torn_out")
            : NotFound();
}

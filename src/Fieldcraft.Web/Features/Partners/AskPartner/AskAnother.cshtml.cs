using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.AskPartner;

/// <summary>Asks another peer for the free place of a trio, with the lines that were written before.</summary>
public sealed class AskAnotherModel(PartnersDesk desk, PartnersReading reading, ReaderSearch search, Viewer viewer, Words words) : PageModel
{
    [BindProperty, MaxLength(ReaderSearch.LongestName)]
    public string? Name { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    public OpenPartnership Open { get; private set; } = null!;

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool NobodyFound { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? find, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var chosen = Person is { } one ? await search.NamedAsync(viewer, [PersonId.From(one)], cancellationToken) : [];
        if (find is not null)
        {
            var found = await search.FindAsync(viewer, Name ?? "", cancellationToken);
            NobodyFound = found.Count == 0;
            Show(chosen.Concat(found));
            ModelState.Clear();
            return Page();
        }

        Show(chosen);
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("Person", words["partners.ask.people.one"]);
            return this.Again();
        }

        return await desk.AskAnotherAsync(viewer, PartnershipId.From(id), chosen[0].Id, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(PartnersLinks.One(PartnershipId.From(id)), "partners.flash.asked"),
        };
    }

    private void Show(IEnumerable<NamedPerson> people) => People = [.. people.DistinctBy(p => p.Id).Select(p => p.AsChoice())];

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindTermsAsync(viewer, PartnershipId.From(id), cancellationToken) is not { } open
            || open.Line.OwnerId != viewer.PersonId
            || open.Line.Kind != PartnerKind.PeerTrio
        )
        {
            return false;
        }

        Open = open;
        return true;
    }
}

using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners.AskPartner;

/// <summary>What the form of an ask sends.</summary>
public sealed record AskInput
{
    [MaxLength(ReaderSearch.LongestName)]
    public string? Name { get; init; }

    public List<Guid> People { get; init; } = [];

    [Required, MaxLength(Partnership.MessageLength)]
    public string? Message { get; init; }
}

/// <summary>Asks somebody, with a few sealed lines. Finding a person is a button of the same form, so that nothing typed is lost.</summary>
public sealed class AskPartnerModel(PartnersDesk desk, ReaderSearch search, FieldcraftDb db, Viewer viewer, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public PartnerKind Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty]
    public AskInput Input { get; set; } = new();

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool NobodyFound { get; private set; }

    public bool IsTrio => Kind == PartnerKind.PeerTrio;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(Kind))
        {
            return NotFound();
        }

        var me = viewer.PersonId;
        var wanted =
            Person is { } person ? PersonId.From(person)
            : Kind == PartnerKind.Manager
                ? await db.People.AsNoTracking().Where(p => p.Id == me).Select(p => p.ManagerId).FirstOrDefaultAsync(cancellationToken)
            : null;
        if (wanted is { } one)
        {
            Show(await search.NamedAsync(viewer, [one], cancellationToken), []);
            Input = new AskInput { People = [.. People.Select(p => Guid.Parse(p.Value))] };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? find, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(Kind))
        {
            return NotFound();
        }

        var chosen = Input.People.Select(PersonId.From).Distinct().ToList();
        var known = await search.NamedAsync(viewer, chosen, cancellationToken);
        if (find is not null)
        {
            var found = await search.FindAsync(viewer, Input.Name ?? "", cancellationToken);
            NobodyFound = found.Count == 0;
            Show(known, found);
            ModelState.Clear();
            return Page();
        }

        Show(known, []);
        if (chosen.Count != Agenda.PeopleIn(Kind) - 1 || known.Count != chosen.Count)
        {
            ModelState.AddModelError("Input.People", words[IsTrio ? "partners.ask.people.two" : "partners.ask.people.one"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.AskAsync(viewer, Kind, chosen, Input.Message!, cancellationToken);
        return outcome.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(PartnersLinks.One(outcome.Value), "partners.flash.asked");
    }

    private void Show(IEnumerable<NamedPerson> chosen, IEnumerable<NamedPerson> found) =>
        People = [.. chosen.Concat(found).DistinctBy(p => p.Id).Select(p => p.AsChoice())];
}

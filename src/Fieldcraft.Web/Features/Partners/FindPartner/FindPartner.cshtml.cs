using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.FindPartner;

/// <summary>
/// Who could think along, found by what is needed. The reason of each stands beside the name; the order is said in words, and there is no other.
/// </summary>
public sealed class FindPartnerModel(PartnerFinding finding, OfferTopics topics, AssignmentsReading assignments, Viewer viewer, Words words)
    : PageModel
{
    private const int AssignmentsShown = 20;

    [BindProperty(SupportsGet = true)]
    public PartnerKind Kind { get; set; }

    /// <summary><c>AREA.CODE</c> of the content, or <c>assignment.ID</c> of an own assignment.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Need { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<FoundPartner> Found { get; private set; } = [];

    public IReadOnlyList<OpenAssignment> Assignments { get; private set; } = [];

    public IReadOnlyList<OfferedThing> Needs { get; private set; } = [];

    public PartnerOfferId? More { get; private set; }

    public OfferTopics Topics => topics;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!OfferTopics.Kinds.Contains(Kind))
        {
            return NotFound();
        }

        var own = await assignments.ListAsync(viewer, null, AssignmentsShown, cancellationToken);
        Assignments = [.. own.Where(a => !a.IsEnded && topics.Of(a.Archetype).Count > 0)];
        Needs = NeedsOf(Need, own, topics);
        var after = After is { } id ? PartnerOfferId.From(id) : (PartnerOfferId?)null;
        var found = await finding.FindAsync(viewer, Kind, Needs, after, PartnerFinding.PageSize + 1, cancellationToken);
        Found = [.. found.Take(PartnerFinding.PageSize)];
        More = found.Count > PartnerFinding.PageSize ? Found[^1].Offer : null;
        return Page();
    }

    /// <summary>What the reason says: what they offer of what is needed, where they work, and that they have room.</summary>
    public IEnumerable<string> ReasonsFor(FoundPartner found)
    {
        var offered = found
            .Offers.Where(o => o.Area != OfferArea.Kind && (Needs.Count == 0 || Needs.Contains(o)))
            .Select(topics.NameOf)
            .ToList();
        if (offered.Count > 0)
        {
            yield return words["partners.reason.offers", string.Join(", ", offered)];
        }

        yield return words[found.IsElsewhere ? "partners.reason.elsewhere" : "partners.reason.here", found.Place];
        yield return words.Count("partners.reason.room", found.Room);
    }

    public string MoreAddress => $"{PartnersLinks.Find}?kind={Kind}&need={Uri.EscapeDataString(Need ?? "")}&after={More?.Value}";

    internal static IReadOnlyList<OfferedThing> NeedsOf(string? need, IEnumerable<OpenAssignment> own, OfferTopics topics)
    {
        if (need?.Split('.', 2) is not [var area, var code])
        {
            return [];
        }

        if (area == "assignment")
        {
            return Guid.TryParse(code, out var id) && own.FirstOrDefault(a => a.Id == AssignmentId.From(id)) is { } assignment
                ? topics.Of(assignment.Archetype)
                : [];
        }

        return
            Enum.TryParse<OfferArea>(area, out var known)
            && known != OfferArea.Kind
            && new OfferedThing(known, code) is var thing
            && topics.Knows(thing)
            ? [thing]
            : [];
    }
}

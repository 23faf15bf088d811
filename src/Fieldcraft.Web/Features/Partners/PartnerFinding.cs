using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>
/// Somebody who offers what is looked for, with the facts that the reason is made of. There is no number of how well they fit, and none is worked out.
/// </summary>
public sealed record FoundPartner(
    PartnerOfferId Offer,
    PersonId Id,
    string Name,
    string JobTitle,
    string Place,
    bool IsElsewhere,
    string? About,
    int Capacity,
    int Taken,
    IReadOnlyList<OfferedThing> Offers
)
{
    public int Room => Capacity - Taken;
}

/// <summary>Finds people by what they offer: of other facilities first, then by name. Whoever is paused, full, in the viewer's own line or asked already is left out.</summary>
public sealed class PartnerFinding(FieldcraftDb db, PartnerRoom room)
{
    public const int PageSize = 20;

    public async Task<IReadOnlyList<FoundPartner>> FindAsync(
        Viewer viewer,
        PartnerKind kind,
        IReadOnlyCollection<OfferedThing> needs,
        PartnerOfferId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        var own = await room.PlaceOfAsync(viewer, cancellationToken);
        var (line, mine, kindName) = (own.Line.ToList(), own.Place, kind.ToString());
        var offers = db
            .PartnerOffers.AsNoTracking()
            .Where(o => !o.IsPaused && o.OwnerId != me && o.Lines.Any(l => l.Area == OfferArea.Kind && l.Code == kindName));
        if (needs.Count > 0)
        {
            var (capabilities, archetypes, dimensions) = (
                Codes(needs, OfferArea.Capability),
                Codes(needs, OfferArea.Archetype),
                Codes(needs, OfferArea.Dimension)
            );
            offers = offers.Where(o =>
                o.Lines.Any(l =>
                    (l.Area == OfferArea.Capability && capabilities.Contains(l.Code))
                    || (l.Area == OfferArea.Archetype && archetypes.Contains(l.Code))
                    || (l.Area == OfferArea.Dimension && dimensions.Contains(l.Code))
                )
            );
        }

        // Whoever is asked already, or is this to the viewer, needs no finding.
        var open = db.Partnerships.Where(p =>
            p.OwnerId == me
            && p.Kind == kind
            && (p.State == PartnershipState.Asked || p.State == PartnershipState.Arranging || p.State == PartnershipState.Running)
        );
        var inLine = kind != PartnerKind.RoleModel;
        var found =
            from offer in offers
            join person in db.People on offer.OwnerId equals person.Id
            where
                person.Status == PersonStatus.Active
                && db.Accounts.Any(a => a.PersonId == person.Id && a.PasswordHash != null)
                && !open.Any(p => db.PartnershipMembers.Any(m => m.PartnershipId == p.Id && m.PersonId == person.Id))
                && (!inLine || (!line.Contains(person.Id) && person.ManagerId != me))
            join unit in db.Units on person.UnitId equals unit.Id
            let place = unit.Kind == UnitKind.Team ? unit.ParentId : unit.Id
            let taken = db.PartnershipMembers.Count(m =>
                m.PersonId == offer.OwnerId
                && m.Answer == PartnerAnswer.Yes
                && db.Partnerships.Any(p =>
                    p.Id == m.PartnershipId
                    && p.OwnerId != offer.OwnerId
                    && p.Kind != PartnerKind.Manager
                    && (p.State == PartnershipState.Arranging || p.State == PartnershipState.Running)
                )
            )
            where taken < offer.Capacity
            select new
            {
                Offer = offer.Id,
                person.Id,
                person.FirstName,
                person.LastName,
                person.PreferredName,
                person.NameKey,
                person.JobTitle,
                Here = place == mine ? 1 : 0,
                Place = db.Units.Where(u => u.Id == place).Select(u => u.Name).FirstOrDefault(),
                offer.About,
                offer.Capacity,
                Taken = taken,
            };
        if (after is { } last && await found.FirstOrDefaultAsync(f => f.Offer == last, cancellationToken) is { } behind)
        {
            var (here, key) = (behind.Here, behind.NameKey);
            found = found.Where(f =>
                f.Here > here
                || (f.Here == here && (string.Compare(f.NameKey, key) > 0 || (f.NameKey == key && f.Offer.CompareTo(last) > 0)))
            );
        }

        var rows = await found
            .OrderBy(f => f.Here)
            .ThenBy(f => f.NameKey)
            .ThenBy(f => f.Offer)
            .Take(limit)
            .Select(f => new
            {
                Person = f,
                Offers = db.Set<PartnerOfferLine>()
                    .Where(l => l.OfferId == f.Offer)
                    .OrderBy(l => l.Area)
                    .ThenBy(l => l.Code)
                    .Select(l => new OfferedThing(l.Area, l.Code))
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new FoundPartner(
                r.Person.Offer,
                r.Person.Id,
                NamedPerson.NameOf(r.Person.FirstName, r.Person.LastName, r.Person.PreferredName),
                r.Person.JobTitle,
                r.Person.Place ?? "",
                r.Person.Here == 0,
                r.Person.About,
                r.Person.Capacity,
                r.Person.Taken,
                r.Offers
            )),
        ];
    }

    private static List<string> Codes(IEnumerable<OfferedThing> needs, OfferArea area) =>
        [.. needs.Where(n => n.Area == area).Select(n => n.Code)];
}

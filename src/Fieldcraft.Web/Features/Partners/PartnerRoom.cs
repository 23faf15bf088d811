using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>Where a person stands: whom they report to, and the place that "in another facility" is said of.</summary>
public sealed record OwnPlace(IReadOnlyCollection<PersonId> Line, UnitId? Place);

/// <summary>Who has room for another partnership, and who must not be asked for which.</summary>
public sealed class PartnerRoom(FieldcraftDb db, Rules rules, TimeProvider clock)
{
    /// <summary>The viewer's line upwards as far as it matters here, and the facility or office they work in.</summary>
    public async Task<OwnPlace> PlaceOfAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var row = await db
            .People.AsNoTracking()
            .Where(p => p.Id == me)
            .Select(p => new
            {
                p.ManagerId,
                Above = db.People.Where(m => m.Id == p.ManagerId).Select(m => m.ManagerId).FirstOrDefault(),
                Others = p.Lines.Where(l => l.To == null).Select(l => l.ManagerId).ToList(),
                Place = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Kind == UnitKind.Team ? u.ParentId : u.Id).FirstOrDefault(),
            })
            .FirstAsync(cancellationToken);
        var line = new[] { row.ManagerId, row.Above }.OfType<PersonId>().Concat(row.Others).ToHashSet();
        return new OwnPlace(line, row.Place);
    }

    /// <summary>Why these people cannot be asked for this by the viewer, if they cannot.</summary>
    public async Task<Refusal?> RefusalAsync(
        Viewer viewer,
        PartnerKind kind,
        IReadOnlyCollection<PersonId> people,
        CancellationToken cancellationToken
    )
    {
        var (me, now) = (viewer.PersonId, clock.GetUtcNow());
        var place = await PlaceOfAsync(viewer, cancellationToken);
        var reports = await db
            .People.AsNoTracking()
            .Where(p => p.ManagerId == me && people.Contains(p.Id))
            .Select(p => p.Id)
            .ToListAsync(cancellationToken);
        if (kind == PartnerKind.Manager)
        {
            if (!people.All(p => reports.Contains(p) || place.Line.Contains(p)))
            {
                return new Refusal("partners-not-your-manager");
            }
        }
        else if (kind != PartnerKind.RoleModel && people.Any(p => reports.Contains(p) || place.Line.Contains(p)))
        {
            return new Refusal("partners-in-your-line");
        }

        if (
            await db.Partnerships.CountAsync(
                p => p.OwnerId == me && p.State == PartnershipState.Asked && p.ExpiresAt > now,
                cancellationToken
            ) >= rules.Partners.OpenAsksAtMost
        )
        {
            return new Refusal("partners-too-many-asks", rules.Partners.OpenAsksAtMost);
        }

        var together = db
            .PartnershipMembers.Where(m => people.Contains(m.PersonId) && m.Answer != PartnerAnswer.NotNow)
            .Select(m => m.PartnershipId);
        var mine = db.PartnershipMembers.Where(m => m.PersonId == me && m.Answer != PartnerAnswer.NotNow).Select(m => m.PartnershipId);
        if (
            kind != PartnerKind.PeerTrio
            && await db.Partnerships.AnyAsync(
                p =>
                    p.Kind == kind
                    && together.Contains(p.Id)
                    && mine.Contains(p.Id)
                    && (
                        p.State == PartnershipState.Arranging
                        || p.State == PartnershipState.Running
                        || (p.State == PartnershipState.Asked && p.ExpiresAt > now)
                    ),
                cancellationToken
            )
        )
        {
            return new Refusal("partners-together-already");
        }

        foreach (var person in people)
        {
            if (await IsPausedOrFullAsync(person, kind, cancellationToken))
            {
                return new Refusal("partners-no-room");
            }
        }

        return null;
    }

    /// <summary>Whether a person has reached the number of partnerships they said they have room for. Who said none has no limit of this kind.</summary>
    public async Task<bool> IsFullAsync(PersonId person, PartnerKind kind, CancellationToken cancellationToken) =>
        kind != PartnerKind.Manager
        && await db
            .PartnerOffers.AsNoTracking()
            .Where(o => o.OwnerId == person)
            .Select(o => (int?)o.Capacity)
            .FirstOrDefaultAsync(cancellationToken)
            is { } capacity
        && await TakenBy(person).CountAsync(cancellationToken) >= capacity;

    /// <summary>The partnerships that count against a person's capacity: those they were asked into and that go on. Talks with the own reports do not.</summary>
    internal IQueryable<PartnershipMember> TakenBy(PersonId person) =>
        db.PartnershipMembers.Where(m =>
            m.PersonId == person
            && m.Answer == PartnerAnswer.Yes
            && db.Partnerships.Any(p =>
                p.Id == m.PartnershipId
                && p.OwnerId != person
                && p.Kind != PartnerKind.Manager
                && (p.State == PartnershipState.Arranging || p.State == PartnershipState.Running)
            )
        );

    private async Task<bool> IsPausedOrFullAsync(PersonId person, PartnerKind kind, CancellationToken cancellationToken) =>
        kind != PartnerKind.Manager
        && (
            await db.PartnerOffers.AnyAsync(o => o.OwnerId == person && o.IsPaused, cancellationToken)
            || await IsFullAsync(person, kind, cancellationToken)
        );
}

using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>What can be offered and asked for: capabilities, kinds of assignment and challenge dimensions of the content.</summary>
public sealed class OfferTopics(Knowledge knowledge, CapabilityNames names, Words words)
{
    /// <summary>The kinds one can offer to be; the own manager is no offer.</summary>
    public static readonly IReadOnlyList<PartnerKind> Kinds =
    [
        PartnerKind.Mentor,
        PartnerKind.PeerTrio,
        PartnerKind.Coach,
        PartnerKind.RoleModel,
        PartnerKind.FormerBoss,
    ];

    public IEnumerable<Choice> KindChoices =>
        Kinds.Select(k => new Choice(k.ToString(), words[$"partners.kind.{k}"], words[$"partners.offer.kind.{k}.hint"]));

    /// <summary>The capabilities on offer, and those that an offer names already.</summary>
    public IEnumerable<Choice> CapabilityChoices(params IEnumerable<string?> chosen) => names.Choices(chosen);

    public IEnumerable<Choice> ArchetypeChoices => knowledge.Archetypes.Select(a => new Choice(a.Id, words[a.NameWord]));

    public IEnumerable<Choice> DimensionChoices => ChallengeDimension.Task.Select(d => new Choice(d.Id, words[$"dimension.{d.Id}.name"]));

    /// <param name="already">What the offer names: of that, a capability that is offered no more may stay.</param>
    public bool Knows(OfferedThing thing, IReadOnlyList<PartnerOfferLine>? already = null) =>
        thing.Area switch
        {
            OfferArea.Kind => Enum.TryParse<PartnerKind>(thing.Code, out var kind) && Kinds.Contains(kind),
            OfferArea.Capability => names.IsOffered(thing.Code) || already?.Any(l => l.Area == thing.Area && l.Code == thing.Code) == true,
            OfferArea.Archetype => knowledge.Archetype(thing.Code) is not null,
            _ => ChallengeDimension.Task.Any(d => d.Id == thing.Code),
        };

    public string NameOf(OfferedThing thing) =>
        thing.Area switch
        {
            OfferArea.Kind => words[$"partners.kind.{thing.Code}"],
            OfferArea.Capability => names.Of(thing.Code),
            OfferArea.Archetype => words[$"archetype.{thing.Code}.name"],
            _ => words[$"dimension.{thing.Code}.name"],
        };

    /// <summary>What an assignment of this archetype asks for most: the archetype itself, and its hottest dimensions.</summary>
    public IReadOnlyList<OfferedThing> Of(string? archetype)
    {
        const int Hot = 3;
        return knowledge.Archetype(archetype) is not { } known
            ? []
            :
            [
                new(OfferArea.Archetype, known.Id),
                .. ChallengeDimension.Task.Where(d => known.Demands[d.Id] >= Hot).Select(d => new OfferedThing(OfferArea.Dimension, d.Id)),
            ];
    }
}

/// <summary>The viewer's own offer, the same for page and API.</summary>
public sealed class OfferDesk(FieldcraftDb db, Viewer viewer, TimeProvider clock)
{
    public Task<PartnerOffer?> FindAsync(CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return db.PartnerOffers.Include(o => o.Lines).FirstOrDefaultAsync(o => o.OwnerId == me, cancellationToken);
    }

    public async Task<PartnerOffer?> SayAsync(OfferFacts facts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var offer = await FindAsync(cancellationToken);
        if (offer is null)
        {
            offer = PartnerOffer.Make(Id.New<PartnerOfferId>(now), viewer.PersonId, facts, now);
            db.Add(offer);
        }
        else
        {
            offer.Say(facts, now);
        }

        return await db.TrySaveAsync(cancellationToken) ? offer : null;
    }

    /// <returns>False when there is no offer.</returns>
    public async Task<bool> PauseAsync(bool paused, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } offer)
        {
            return false;
        }

        if (paused)
        {
            offer.Pause(clock.GetUtcNow());
        }
        else
        {
            offer.TakeUpAgain(clock.GetUtcNow());
        }

        return await db.TrySaveAsync(cancellationToken);
    }

    public async Task<bool> TakeBackAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } offer)
        {
            return false;
        }

        offer.TakeBack(clock.GetUtcNow());
        db.Remove(offer);
        return await db.TrySaveAsync(cancellationToken);
    }
}

using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>An offer as colleagues read it.</summary>
/// <param name="IsOver">Its last day is behind it; only its maker still sees it.</param>
/// <param name="Free">Guests that can still come; 0 when it is full.</param>
/// <param name="MyVisit">A request of the viewer that waits or is agreed.</param>
public sealed record ReadOffer(
    OfferId Id,
    OfferWording Wording,
    string Host,
    string JobTitle,
    bool IsMine,
    bool IsOver,
    int Free,
    VisitId? MyVisit,
    int Version
);

/// <summary>What is looked for among the offers.</summary>
public sealed record OfferQuestion(string? Search, string? Archetype, string? Capability)
{
    public bool IsAsked => Search is not null || Archetype is not null || Capability is not null;
}

/// <summary>Offers that stand today, for pages, API and search.</summary>
public sealed class OffersReading(FieldcraftDb db, Words words, TimeProvider clock) : IFinder
{
    public const int PageSize = 20;

    private DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IReadOnlyList<ReadOffer>> ListAsync(
        Viewer viewer,
        OfferQuestion question,
        OfferId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var offers = db.LearningOffers.AsNoTracking().SeenOn(Today, viewer, db);
        if (FoldedName.Of(question.Search ?? "") is { Length: > 0 } needle)
        {
            offers = offers.Where(o =>
                o.Needles.Contains(needle)
                || db.People.Any(p => p.Id == o.OwnerId && (p.NameKey.Contains(needle) || p.CalledKey.Contains(needle)))
            );
        }

        if (question.Archetype is { } archetype)
        {
            offers = offers.Where(o => o.Archetype == archetype);
        }

        if (question.Capability is { } capability)
        {
            var within = $" {capability} ";
            offers = offers.Where(o => o.Capabilities.Contains(within));
        }

        if (after is { } last)
        {
            // Ids carry the time they were made, so that the id alone is the position.
            offers = offers.Where(o => o.Id.CompareTo(last) < 0);
        }

        return await ReadAsync(viewer, offers.OrderByDescending(o => o.Id).Take(limit), cancellationToken);
    }

    /// <summary>An offer that stands, or an own one.</summary>
    public async Task<ReadOffer?> FindAsync(Viewer viewer, OfferId id, CancellationToken cancellationToken) =>
        await ReadAsync(viewer, db.LearningOffers.AsNoTracking().SeenOn(Today, viewer, db).Where(o => o.Id == id), cancellationToken)
            is [var found, ..]
            ? found
            : null;

    public async Task<IReadOnlyList<Found>> FindAsync(Viewer viewer, string needle, int atMost, CancellationToken cancellationToken) =>
        await db
            .LearningOffers.AsNoTracking()
            .StandingOn(Today, db)
            .Where(o => o.Needles.Contains(needle))
            .OrderBy(o => o.What)
            .ThenBy(o => o.Id)
            .Take(atMost)
            .Select(o => new Found("alongside.found", o.What, AlongsideLinks.Offer(o.Id), null))
            .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<ReadOffer>> ReadAsync(
        Viewer viewer,
        IQueryable<LearningOffer> offers,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        var rows = await offers
            .Select(o => new
            {
                Offer = o,
                Host = db
                    .People.Where(p => p.Id == o.OwnerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .First(),
                Job = db.People.Where(p => p.Id == o.OwnerId).Select(p => p.JobTitle).First(),
                Agreed = db.AlongsideVisits.Count(v => v.OfferId == o.Id && v.State == VisitState.Agreed),
                Mine = db
                    .AlongsideVisits.Where(v =>
                        v.OfferId == o.Id && v.OwnerId == me && (v.State == VisitState.Asked || v.State == VisitState.Agreed)
                    )
                    .OrderByDescending(v => v.Id)
                    .Select(v => (VisitId?)v.Id)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new ReadOffer(
                r.Offer.Id,
                r.Offer.Wording,
                r.Host,
                r.Job,
                r.Offer.OwnerId == me,
                r.Offer.UntilOn < Today,
                Math.Max(0, r.Offer.Guests - r.Agreed),
                r.Mine,
                r.Offer.Version
            )),
        ];
    }
}

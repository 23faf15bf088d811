using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Names colleagues for the month's award, chooses one, and asks them; the same for pages and API. Null: not there, or not the viewer's to do.</summary>
public sealed class AwardDesk(FieldcraftDb db, KeptSites sites, Notices notices, Viewer viewer, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>
    /// Names a colleague of the viewer's own site for this month. Refused: <c>award-names-self</c>, <c>award-person-elsewhere</c>, <c>award-settled</c>.
    /// </summary>
    public async Task<Outcome?> NominateAsync(UnitId site, PersonId nominee, string reason, CancellationToken cancellationToken)
    {
        if (await sites.WithAsync(site, KitPiece.Award, cancellationToken) is not { IsMine: true } found)
        {
            return null;
        }

        var (low, high) = SitesReading.Range(found.Site.Path);
        var person = await (
            from p in db.People
            where p.Id == nominee && p.Status == PersonStatus.Active
            join unit in db.Units on p.UnitId equals unit.Id
            where string.Compare(unit.Path, low) >= 0 && string.Compare(unit.Path, high) < 0
            select new { p.ManagerId }
        ).FirstOrDefaultAsync(cancellationToken);
        return person is null
            ? new Refusal("award-person-elsewhere")
            : await NominateAsync(site, nominee, person.ManagerId == viewer.PersonId, reason, cancellationToken);
    }

    /// <summary>The site's choice of the month; the person is asked before anybody else hears of it. Refused: as <see cref="Nomination.Choose"/>, <c>award-already-chosen</c>.</summary>
    public async Task<Outcome?> ChooseAsync(NominationId id, string citation, CancellationToken cancellationToken)
    {
        var nomination = await db.Nominations.Include(n => n.Reasons).FirstOrDefaultAsync(n => n.Id == id, cancellationToken);
        if (
            nomination is null
            || await sites.WithAsync(nomination.SiteId, KitPiece.Award, cancellationToken) is not { } site
            || !viewer.MaySettle(site, KitPiece.Award)
        )
        {
            return null;
        }

        var outcome = nomination.Choose(citation, viewer.PersonId, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            return outcome;
        }

        notices.Tell(nomination.PersonId, EmbeddingNotices.Award, EmbeddingLinks.Awarded(id), viewer.PersonId);
        // The unique index keeps a site to one a month, also when two choose at one moment.
        return await db.TryAddAsync(cancellationToken) ? outcome : new Refusal("award-already-chosen");
    }

    public Task<Outcome?> AcceptAsync(NominationId id, CancellationToken cancellationToken) =>
        AnswerAsync(id, (nomination, now) => nomination.Accept(now), cancellationToken);

    public Task<Outcome?> DeclineAsync(NominationId id, CancellationToken cancellationToken) =>
        AnswerAsync(id, (nomination, now) => nomination.Decline(now), cancellationToken);

    private async Task<Outcome?> NominateAsync(
        UnitId site,
        PersonId nominee,
        bool isManager,
        string reason,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < Tries; i++)
        {
            var now = clock.GetUtcNow();
            var month = Nomination.MonthOf(DateOnly.FromDateTime(LocalTime.Of(now, viewer.TimeZone)));
            var there = await db
                .Nominations.Include(n => n.Reasons)
                .FirstOrDefaultAsync(n => n.SiteId == site && n.Month == month && n.PersonId == nominee, cancellationToken);
            var outcome = there is null
                ? Begin(Nomination.Name(Id.New<NominationId>(now), site, month, nominee, viewer.PersonId, isManager, reason, now))
                : there.Second(viewer.PersonId, isManager, reason, now);
            if (outcome.IsRefused)
            {
                return outcome;
            }

            // Two colleagues name the same person first: the second one's reason joins the first.
            if (await db.TryAddAsync(cancellationToken))
            {
                return outcome;
            }
        }

        return new Refusal("award-changed-meanwhile");
    }

    private Outcome Begin(Outcome<Nomination> named)
    {
        if (named.Value is { } nomination)
        {
            db.Add(nomination);
        }

        return new Outcome(named.Refusal);
    }

    private async Task<Outcome?> AnswerAsync(
        NominationId id,
        Func<Nomination, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        if (
            await db.Nominations.FirstOrDefaultAsync(
                n => n.Id == id && n.PersonId == me && n.State != NominationState.Open,
                cancellationToken
            )
            is not { } nomination
        )
        {
            return null;
        }

        var outcome = change(nomination, clock.GetUtcNow());
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("award-changed-meanwhile") : outcome;
    }
}

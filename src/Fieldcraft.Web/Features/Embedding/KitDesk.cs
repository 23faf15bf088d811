using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Switches what a site uses, the same for pages and API. Null: not there, or not the viewer's to do.</summary>
public sealed class KitDesk(FieldcraftDb db, KeptSites sites, Notices notices, Viewer viewer, TimeProvider clock)
{
    private const int Tries = 3;

    public Task<Outcome?> SwitchAsync(UnitId site, KitPiece piece, bool on, CancellationToken cancellationToken) =>
        ChangeAsync(site, (kit, now) => kit.Switch(piece, on, viewer.PersonId, now), cancellationToken);

    /// <summary>Asks somebody who works there to look after a piece. Refused: <c>kit-piece-needs-none</c>, <c>kit-keeper-elsewhere</c>.</summary>
    public async Task<Outcome?> AskAsync(UnitId site, KitPiece piece, PersonId person, CancellationToken cancellationToken)
    {
        if (await sites.FindAsync(site, cancellationToken) is not { } found || !viewer.MaySchedule(found.Site.Path))
        {
            return null;
        }

        if (!await WorksAtAsync(found.Site, person, cancellationToken))
        {
            return new Refusal("kit-keeper-elsewhere");
        }

        return await ChangeAsync(
            site,
            (kit, now) =>
            {
                var outcome = kit.Ask(piece, person, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    notices.Tell(person, EmbeddingNotices.Keeper, EmbeddingLinks.Site(site), viewer.PersonId);
                }

                return outcome;
            },
            cancellationToken
        );
    }

    /// <summary>The viewer, who was asked, agrees to look after a piece. Refused: <c>kit-keeper-not-asked</c>.</summary>
    public Task<Outcome?> AgreeAsync(UnitId site, KitPiece piece, CancellationToken cancellationToken) =>
        ChangeAsync(site, (kit, now) => kit.Agree(piece, viewer.PersonId, now), cancellationToken, byMember: true);

    /// <summary>The viewer says no, or gives a piece back. Refused: <c>kit-keeper-not-asked</c>.</summary>
    public Task<Outcome?> StepBackAsync(UnitId site, KitPiece piece, CancellationToken cancellationToken) =>
        ChangeAsync(site, (kit, now) => kit.StepBack(piece, viewer.PersonId, now), cancellationToken, byMember: true);

    public Task<Outcome?> SetHuddleAsync(UnitId site, DayOfWeek? day, TimeOnly? at, CancellationToken cancellationToken) =>
        ChangeAsync(site, Done((kit, now) => kit.SetHuddle(day, at, viewer.PersonId, now)), cancellationToken);

    public Task<Outcome?> WriteLineAsync(UnitId site, string? line, CancellationToken cancellationToken) =>
        ChangeAsync(site, Done((kit, now) => kit.WriteLine(line, viewer.PersonId, now)), cancellationToken);

    /// <summary>A new address for the board; the one before leads nowhere.</summary>
    /// <returns>The secret of the address, which is told this once.</returns>
    public async Task<string?> ChangeBoardAddressAsync(UnitId site, CancellationToken cancellationToken)
    {
        var secret = Secrets.New();
        var changed = await ChangeAsync(
            site,
            Done((kit, now) => kit.ChangeBoardAddress(Secrets.Hash(secret), viewer.PersonId, now)),
            cancellationToken
        );
        return changed is { IsDone: true } ? Secrets.Text(secret) : null;
    }

    public Task<Outcome?> RemoveBoardAddressAsync(UnitId site, CancellationToken cancellationToken) =>
        ChangeAsync(site, Done((kit, now) => kit.ChangeBoardAddress(null, viewer.PersonId, now)), cancellationToken);

    private static Func<SiteKit, DateTimeOffset, Outcome> Done(Action<SiteKit, DateTimeOffset> change) =>
        (kit, now) =>
        {
            change(kit, now);
            return Outcome.Done;
        };

    // The first change at a site lays its kit; of two who lay it at once, the second meets the first one's row and asks again.
    private async Task<Outcome?> ChangeAsync(
        UnitId id,
        Func<SiteKit, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken,
        bool byMember = false
    )
    {
        if (await sites.FindAsync(id, cancellationToken) is not { } site || !(byMember || viewer.MaySchedule(site.Site.Path)))
        {
            return null;
        }

        for (var i = 0; i < Tries; i++)
        {
            var kit = await db.SiteKits.FirstOrDefaultAsync(k => k.Id == id, cancellationToken);
            if (kit is null)
            {
                kit = SiteKit.Lay(id);
                db.Add(kit);
            }

            var outcome = change(kit, clock.GetUtcNow());
            if (outcome.IsRefused)
            {
                db.ChangeTracker.Clear();
                return outcome;
            }

            if (await db.TryAddAsync(cancellationToken))
            {
                return outcome;
            }
        }

        return new Refusal("kit-changed-meanwhile");
    }

    private Task<bool> WorksAtAsync(Site site, PersonId person, CancellationToken cancellationToken)
    {
        var (low, high) = SitesReading.Range(site.Path);
        return (
            from p in db.People
            where p.Id == person && p.Status == PersonStatus.Active
            join unit in db.Units on p.UnitId equals unit.Id
            where string.Compare(unit.Path, low) >= 0 && string.Compare(unit.Path, high) < 0
            select p.Id
        ).AnyAsync(cancellationToken);
    }
}

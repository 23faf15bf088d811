using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sites;

/// <summary>
/// What a site has and what holds there, changed by whoever looks after it; the same for pages and API. Null: not there, or not the viewer's to do.
/// </summary>
public sealed class SiteDesk(FieldcraftDb db, TimeProvider clock)
{
    private const int Tries = 3;

    public Task<Outcome?> SetCoverAsync(Viewer viewer, UnitId site, CoverRules rules, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, site, Done((ground, now) => ground.SetCover(rules, viewer.PersonId, now)), cancellationToken);

    /// <param name="room">Null: a new one.</param>
    public async Task<Outcome<SiteRoomId>?> WriteRoomAsync(
        Viewer viewer,
        UnitId site,
        SiteRoomId? room,
        string name,
        int capacity,
        CancellationToken cancellationToken
    )
    {
        var id = room ?? Id.New<SiteRoomId>(clock.GetUtcNow());
        var outcome = await ChangeAsync(
            viewer,
            site,
            (ground, now) =>
                room is { } known && ground.Rooms.All(r => r.Id != known)
                    ? new Refusal("site-room-unknown")
                    : ground.WriteRoom(id, name, capacity, viewer.PersonId, now),
            cancellationToken
        );
        return outcome switch
        {
            null => null,
            { Refusal: { } refusal } => refusal,
            _ => id,
        };
    }

    public Task<Outcome?> RemoveRoomAsync(Viewer viewer, UnitId site, SiteRoomId room, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, site, (ground, now) => ground.RemoveRoom(room, viewer.PersonId, now), cancellationToken);

    /// <param name="room">Null: the whole site.</param>
    public async Task<Outcome<SiteClosureId>?> CloseAsync(
        Viewer viewer,
        UnitId site,
        SiteRoomId? room,
        LocalStretch when,
        CancellationToken cancellationToken
    )
    {
        var id = Id.New<SiteClosureId>(clock.GetUtcNow());
        var outcome = await ChangeAsync(
            viewer,
            site,
            (ground, now) => ground.Close(id, room, when, viewer.PersonId, now),
            cancellationToken
        );
        return outcome switch
        {
            null => null,
            { Refusal: { } refusal } => refusal,
            _ => id,
        };
    }

    public Task<Outcome?> ReopenAsync(Viewer viewer, UnitId site, SiteClosureId closure, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, site, (ground, now) => ground.Reopen(closure, viewer.PersonId, now), cancellationToken);

    /// <summary>Both sites must be known as sites; whoever looks after one may join it. Refused also: <c>site-unknown</c>.</summary>
    public Task<Outcome?> JoinAsync(Viewer viewer, UnitId site, UnitId other, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            site,
            async (ground, now) =>
                await db.Units.AnyAsync(u => u.Id == other && u.Kind == UnitKind.Facility, cancellationToken)
                    ? ground.Join(other, viewer.PersonId, now)
                    : new Refusal("site-unknown"),
            cancellationToken
        );

    public Task<Outcome?> PartAsync(Viewer viewer, UnitId site, UnitId other, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, site, Done((ground, now) => ground.Part(other, viewer.PersonId, now)), cancellationToken);

    public Task<Outcome?> WritePatternAsync(Viewer viewer, UnitId site, ShiftPattern pattern, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, site, (ground, now) => ground.WritePattern(pattern, viewer.PersonId, now), cancellationToken);

    public Task<Outcome?> RemovePatternAsync(Viewer viewer, UnitId site, string name, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, site, Done((ground, now) => ground.RemovePattern(name, viewer.PersonId, now)), cancellationToken);

    private static Func<SiteGround, DateTimeOffset, Outcome> Done(Action<SiteGround, DateTimeOffset> change) =>
        (ground, now) =>
        {
            change(ground, now);
            return Outcome.Done;
        };

    private Task<Outcome?> ChangeAsync(
        Viewer viewer,
        UnitId site,
        Func<SiteGround, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken
    ) => ChangeAsync(viewer, site, (ground, now) => Task.FromResult(change(ground, now)), cancellationToken);

    // What is said about a site does not depend on what was said before: two who say something at once are both heard.
    private async Task<Outcome?> ChangeAsync(
        Viewer viewer,
        UnitId site,
        Func<SiteGround, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < Tries; i++)
        {
            if (!await db.Units.ScheduledBy(viewer).AnyAsync(u => u.Id == site, cancellationToken))
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var ground = await db
                .SiteGrounds.Include(g => g.Rooms)
                .Include(g => g.Closures)
                .Include(g => g.Joins)
                .Include(g => g.Patterns)
                .AsSingleQuery()
                .FirstOrDefaultAsync(g => g.Id == site, cancellationToken);
            if (ground is null)
            {
                ground = SiteGround.Lay(site, viewer.PersonId, now);
                db.Add(ground);
            }

            if (await change(ground, now) is { IsRefused: true } refused)
            {
                db.ChangeTracker.Clear();
                return refused;
            }

            // Somebody else laid the same ground, or wrote the same row, at this moment.
            if (await db.TryAddAsync(cancellationToken))
            {
                return Outcome.Done;
            }
        }

        return new Refusal("site-changed-meanwhile");
    }
}

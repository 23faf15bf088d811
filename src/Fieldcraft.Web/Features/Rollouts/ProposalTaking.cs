using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Features.TeachingSessions;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts;

/// <summary>Makes a proposal the timetable, in one short write. What is locked, held or has begun stays as it is.</summary>
public sealed class ProposalTaking(
    FieldcraftDb db,
    RolloutDesk desk,
    RolloutModules modules,
    RolloutPictures pictures,
    SessionPost post,
    TimeProvider clock
)
{
    /// <summary>Refused: <c>proposal-not-ready</c>, <c>proposal-outdated</c> when a session to come was changed since it was asked for.</summary>
    public async Task<Outcome?> TakeAsync(Viewer viewer, ProposalId id, CancellationToken cancellationToken)
    {
        if (
            await desk.VisibleTo(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } proposal
            || await modules.FindAsync(viewer, proposal.ModuleId, cancellationToken) is not { } module
            || await pictures.LoadAsync(module, proposal.SiteId, cancellationToken) is not { } picture
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (proposal.Take(viewer.PersonId, now).Refusal is { } refusal)
        {
            return refusal;
        }

        // Who was in a session that has begun is written all day long, and changes nothing that the proposal would replace.
        var local = InstanceBuilder.LocalNow(picture, now);
        if (picture.Sessions.Any(s => !s.IsHeld && s.Start >= local && s.ChangedAt > proposal.AskedAt))
        {
            return new Refusal("proposal-outdated");
        }

        var changes = await PlanAsync(viewer, picture, ProposalContent.Read(proposal.Content!), local, now, cancellationToken);
        try
        {
            await db.WriteAsync(() => WriteAsync(changes, cancellationToken), cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Refusal(RolloutDesk.ChangedMeanwhile);
        }
    }

    private async Task<Changes> PlanAsync(
        Viewer viewer,
        RolloutPicture picture,
        ProposalContent content,
        DateTime local,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ids = SolveRollout.ToCome(picture, local).Select(s => s.Id).ToList();
        var standing = await db.TeachingSessions.Where(s => ids.Contains(s.Id)).Include(s => s.Seats).ToListAsync(cancellationToken);
        var free = standing.GroupBy(Slot).ToDictionary(g => g.Key, g => new Queue<TeachingSession>(g));
        var (made, seated) = (new List<TeachingSession>(), new List<(TeachingSession Session, HashSet<PersonId> People)>());
        var kept = new HashSet<TeachingSessionId>();
        foreach (var wanted in content.Sessions.Where(s => s.Kept is null && s.Start >= local))
        {
            if (free.TryGetValue(Slot(wanted), out var same) && same.TryDequeue(out var session))
            {
                kept.Add(session.Id);
                var changed = Reseat(session, [.. wanted.People.Select(PersonId.From)], viewer.PersonId, now);
                if (changed.Count > 0 && session.State == SessionState.Published)
                {
                    seated.Add((session, changed));
                }
            }
            else
            {
                made.Add(New(picture, wanted, viewer.PersonId, now));
            }
        }

        var gone = standing.Where(s => !kept.Contains(s.Id)).ToList();
        var cancelled = gone.Where(s => s.State == SessionState.Published).ToList();
        foreach (var session in cancelled)
        {
            session.Cancel(viewer.PersonId, now);
        }

        await post.CallOffAsync(cancelled, viewer.PersonId, cancellationToken);
        foreach (var (session, people) in seated)
        {
            await post.TellAsync([session], TeachingSessionsNotices.Moved, people, viewer.PersonId, cancellationToken);
        }

        return new Changes(made, [.. gone.Where(s => s.State == SessionState.Planned)]);
    }

    private async Task WriteAsync(Changes changes, CancellationToken cancellationToken)
    {
        foreach (var session in changes.Gone)
        {
            db.Entry(session).State = EntityState.Detached;
        }

        var gone = changes.Gone.Select(s => s.Id).ToList();
        await db.TeachingSessions.Where(s => gone.Contains(s.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAsync(changes.Made, null, cancellationToken);
        await db.InsertAsync([.. changes.Made.SelectMany(s => s.Seats)], null, cancellationToken);
    }

    private static HashSet<PersonId> Reseat(TeachingSession session, HashSet<PersonId> wanted, PersonId by, DateTimeOffset now)
    {
        var sits = session.Seats.Select(s => s.PersonId).ToHashSet();
        foreach (var person in sits.Except(wanted))
        {
            session.Unseat(person, by, now);
        }

        foreach (var person in wanted.Except(sits))
        {
            session.Seat(person, by, now);
        }

        sits.SymmetricExceptWith(wanted);
        return sits;
    }

    private static TeachingSession New(RolloutPicture picture, ProposedSession wanted, PersonId by, DateTimeOffset now)
    {
        var site = UnitId.From(wanted.Site);
        return TeachingSession.Plan(
            Id.New<TeachingSessionId>(now),
            picture.Module.Id,
            new SessionPlace(
                site,
                wanted.Room is { } room ? SiteRoomId.From(room) : null,
                PersonId.From(wanted.Leader),
                wanted.Start,
                picture.TimeZoneOf(site),
                wanted.Minutes
            ),
            wanted.Part,
            wanted.People.Select(PersonId.From),
            by,
            now
        );
    }

    private static (Guid, Guid?, Guid?, DateTime, SessionPart) Slot(TeachingSession s) =>
        (s.SiteId.Value, s.RoomId?.Value, s.LeaderId?.Value, s.Start, s.Part);

    private static (Guid, Guid?, Guid?, DateTime, SessionPart) Slot(ProposedSession s) => (s.Site, s.Room, s.Leader, s.Start, s.Part);

    private sealed record Changes(IReadOnlyList<TeachingSession> Made, IReadOnlyList<TeachingSession> Gone);
}

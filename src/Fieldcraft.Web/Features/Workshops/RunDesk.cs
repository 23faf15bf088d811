using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>The day as a live session. It has the workshop's own id, so that a workshop has one, and each finds the way to the other.</summary>
public sealed class RunDesk(FieldcraftDb db, WorkshopProgrammes programmes, Rules rules, LiveDesk live)
{
    /// <summary>
    /// Opens the session, or brings one that has not begun up to the agenda and the seats of now. Refused: <c>workshop-called-off</c>,
    /// <c>workshop-too-many-stages</c>.
    /// </summary>
    public async Task<Outcome<LiveSessionId>?> OpenAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken)
    {
        var found = db.Workshops.AsNoTracking().LedBy(viewer).Include(w => w.Seats);
        if (await found.FirstOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } workshop)
        {
            return null;
        }

        if (workshop.IsCalledOff)
        {
            return new Refusal("workshop-called-off");
        }

        var stages = WorkshopRun.Stages(workshop.Agenda, programmes.PartsOf).Select(s => s.Stage).ToList();
        if (stages.Count > SessionStage.MostStages)
        {
            return new Refusal("workshop-too-many-stages", stages.Count, SessionStage.MostStages);
        }

        var (session, places) = (LiveSessionId.From(id.Value), workshop.SeatCount + rules.Workshops.ExtraPlaces);
        if (!await db.LiveSessions.AnyAsync(s => s.Id == session, cancellationToken))
        {
            var facts = new SessionFacts(
                workshop.Title,
                WorkshopRun.Script,
                stages,
                Origin: new SessionOrigin(WorkshopRun.Script, id.Value),
                Places: places
            );
            try
            {
                await live.PlanAsync(facts, [], cancellationToken, session);
            }
            catch (DbUpdateException wrong) when (!Outage.Is(wrong))
            {
                // The other facilitator opened it at the same moment.
                db.ChangeTracker.Clear();
            }
        }

        await live.LeadAsync(
            session,
            null,
            (s, by, now) => s.BegunAt is null ? s.Rearrange(by, stages, places, now) : Outcome.Done,
            cancellationToken
        );
        await ComeInAsync(workshop, session, cancellationToken);
        return session;
    }

    /// <summary>Everybody with a seat is a member, and both who lead it may lead. Of a session that is over, nothing changes.</summary>
    private async Task ComeInAsync(Workshop workshop, LiveSessionId session, CancellationToken cancellationToken)
    {
        var people = workshop.TakingPart.Select(s => s.PersonId).Append(workshop.OrganiserId).Append(workshop.SecondId);
        await live.InviteAsync(session, [.. people.OfType<PersonId>().Distinct()], cancellationToken);
        var leads = new[] { workshop.OrganiserId, workshop.SecondId }.OfType<PersonId>().ToList();
        var others = await db
            .SessionMembers.AsNoTracking()
            .Where(m => m.SessionId == session && leads.Contains(m.OwnerId) && m.Role == SessionRole.Participant)
            .Select(m => m.Id)
            .ToListAsync(cancellationToken);
        foreach (var other in others)
        {
            await live.EntrustAsync(session, other, true, cancellationToken);
        }

        // Whoever opens the day is in the room.
        await live.ComeAsync(session, cancellationToken);
    }
}

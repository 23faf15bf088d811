using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>What is asked for in a running order: an idea and its minutes.</summary>
public sealed record WantedLine(TeamIdeaId Idea, int Minutes);

/// <summary>The meetings of a tier: arranged, put in order, held, called off; and their place in the calendars of those who take part.</summary>
public sealed class LoopMeetingDesk(FieldcraftDb db, Appointments appointments, Notices notices, Rules rules, TimeProvider clock)
{
    private const string Kind = "loop.appointment";

    /// <summary>Sets a meeting about everything that waits at a place, the first due first, with the time divided; null when it is not the viewer's to call.</summary>
    public async Task<LoopMeetingId?> ArrangeAsync(
        Viewer viewer,
        ProgrammeId programme,
        LoopPlace place,
        AppointedTime when,
        string? where,
        CancellationToken cancellationToken
    )
    {
        if (!await MayLeadAsync(viewer, programme, place, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var waiting = await WaitingAt(programme, place).Take(when.Minutes).ToListAsync(cancellationToken);
        var lines = LoopMeeting.Divide([.. waiting.Select(i => (i.Id, PresenterOf(i)))], when.Minutes, rules.Loop);
        var meeting = LoopMeeting.Arrange(Id.New<LoopMeetingId>(now), programme, place, when, where, lines, viewer.PersonId, now);
        db.Add(meeting);
        await TellAsync(meeting, [.. lines.Select(l => l.Presenter).OfType<PersonId>()], viewer, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return meeting.Id;
    }

    /// <summary>Whether the viewer calls the meetings of a place.</summary>
    public async Task<bool> MayLeadAsync(Viewer viewer, ProgrammeId programme, LoopPlace place, CancellationToken cancellationToken)
    {
        if (
            place.Tier == LoopTier.State
            && await db.Programmes.AnsweredAtTheTopBy(viewer, db).AnyAsync(p => p.Id == programme, cancellationToken)
        )
        {
            return place.Unit is not { } unit || await db.Units.AnyAsync(u => u.Id == unit && u.Kind == UnitKind.State, cancellationToken);
        }

        var kind = place.Tier switch
        {
            LoopTier.Facility => UnitKind.Facility,
            LoopTier.Network => UnitKind.Network,
            LoopTier.State => UnitKind.State,
            _ => (UnitKind?)null,
        };

        // A site need not be a facility: a unit without any is one itself.
        return kind is not null
            && viewer.Leads.Any(l => l.Id == place.Unit && (l.Kind == kind || place.Tier == LoopTier.Facility))
            && await db.Programmes.AnyAsync(p => p.Id == programme, cancellationToken);
    }

    /// <summary>Refused: <c>loop-meeting-over</c>, <c>loop-meeting-too-short</c>.</summary>
    public Task<Outcome?> MoveAsync(
        Viewer viewer,
        LoopMeetingId id,
        AppointedTime when,
        string? where,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            async (meeting, now) =>
            {
                var outcome = meeting.Move(when, where, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await TellAsync(meeting, Presenters(meeting), viewer, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>
    /// Which ideas are presented, in this order and for so long; each is on the order already or waits at the meeting's place. Refused:
    /// <c>loop-meeting-over</c>, <c>loop-meeting-too-short</c>, <c>loop-meeting-twice</c>, <c>loop-meeting-idea-elsewhere</c>.
    /// </summary>
    public Task<Outcome?> OrderAsync(
        Viewer viewer,
        LoopMeetingId id,
        IReadOnlyList<WantedLine> wanted,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            async (meeting, now) =>
            {
                var ids = wanted.Select(w => w.Idea).ToList();
                var on = meeting.Lines.ToDictionary(l => l.IdeaId, l => l.PresenterId);
                var waiting = await WaitingAt(meeting.ProgrammeId, meeting.Place)
                    .Where(i => ids.Contains(i.Id))
                    .ToListAsync(cancellationToken);
                var presenters = waiting.ToDictionary(i => i.Id, PresenterOf);
                if (ids.Exists(i => !on.ContainsKey(i) && !presenters.ContainsKey(i)))
                {
                    return new Refusal("loop-meeting-idea-elsewhere");
                }

                var before = Presenters(meeting);
                var lines = wanted.Select(w => new RunningLine(
                    w.Idea,
                    on.TryGetValue(w.Idea, out var presenter) ? presenter : presenters[w.Idea],
                    w.Minutes
                ));
                var outcome = meeting.Order([.. lines], rules.Loop, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await TellAsync(meeting, [.. Presenters(meeting).Except(before)], viewer, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>It took place. What has no answer keeps its owner and its date. Refused: <c>loop-meeting-over</c>, <c>loop-meeting-not-yet</c>.</summary>
    public Task<Outcome?> CloseAsync(Viewer viewer, LoopMeetingId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            (meeting, now) =>
            {
                var zone = TimeZoneInfo.TryFindSystemTimeZoneById(meeting.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
                return Task.FromResult(
                    meeting.Close(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), viewer.PersonId, now)
                );
            },
            cancellationToken
        );

    /// <summary>Refused: <c>loop-meeting-over</c>.</summary>
    public Task<Outcome?> CallOffAsync(Viewer viewer, LoopMeetingId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            async (meeting, now) =>
            {
                var outcome = meeting.CallOff(viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await appointments.CancelAsync(meeting.Id.Value, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    private IQueryable<TeamIdea> WaitingAt(ProgrammeId programme, LoopPlace place)
    {
        var (tier, unit) = (place.Tier, place.Unit);
        return db
            .TeamIdeas.Where(i =>
                i.AnsweredAt == null
                && i.Tier == tier
                && i.OwnerUnitId == unit
                && db.Modules.Any(m => m.Id == i.ModuleId && m.ProgrammeId == programme)
            )
            .OrderBy(i => i.DueOn)
            .ThenBy(i => i.Id);
    }

    /// <summary>The team's leader presents, unless that names a small team that does not wish it.</summary>
    private static PersonId? PresenterOf(TeamIdea idea) => idea.IsTeamShown ? idea.LeaderId : null;

    private static List<PersonId> Presenters(LoopMeeting meeting) =>
        [.. meeting.Lines.Select(l => l.PresenterId).OfType<PersonId>().Distinct()];

    /// <summary>The calendars of whoever leads it and of those who present follow; these people are told.</summary>
    private async Task TellAsync(LoopMeeting meeting, IReadOnlyList<PersonId> told, Viewer viewer, CancellationToken cancellationToken)
    {
        await appointments.SetAsync(
            new AppointmentFacts(meeting.Id.Value, Kind, viewer.PersonId, meeting.When, LoopLinks.Meeting(meeting.Id)),
            [.. Presenters(meeting).Append(viewer.PersonId).Distinct()],
            cancellationToken
        );
        foreach (var person in told.Distinct())
        {
            notices.Tell(person, LoopNotices.Presents, LoopLinks.Meeting(meeting.Id), viewer.PersonId);
        }
    }

    private async Task<Outcome?> ChangeAsync(
        Viewer viewer,
        LoopMeetingId id,
        Func<LoopMeeting, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        if (
            await db.LoopMeetings.LedBy(viewer, db).Include(m => m.Lines).FirstOrDefaultAsync(m => m.Id == id, cancellationToken)
            is not { } meeting
        )
        {
            return null;
        }

        var outcome = await change(meeting, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        return await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("loop-meeting-changed-meanwhile");
    }
}

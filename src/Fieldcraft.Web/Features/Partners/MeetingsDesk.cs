using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>The meetings of partnerships: planned by rhythm into everybody's calendar, moved, and noted down as met or missed.</summary>
public sealed class MeetingsDesk(
    FieldcraftDb db,
    Appointments appointments,
    Notices notices,
    SeasonDesk seasons,
    Rules rules,
    Words words,
    TimeProvider clock
)
{
    /// <summary>The days a talk of this partnership has to keep away from; null where nothing has to be kept away from.</summary>
    public Task<AppraisalWindow?> WindowOfAsync(Partnership partnership, CancellationToken cancellationToken) =>
        WindowOfAsync(partnership.Kind, partnership.Partners, cancellationToken);

    internal async Task<AppraisalWindow?> WindowOfAsync(
        PartnerKind kind,
        IEnumerable<PersonId> partners,
        CancellationToken cancellationToken
    ) => kind == PartnerKind.Manager ? await seasons.WindowOfAsync([.. partners], cancellationToken) : null;

    /// <summary>Puts the meetings of an agreement into the calendars; earlier ones that were still to come are called off.</summary>
    public async Task PlanAsync(Partnership partnership, CancellationToken cancellationToken)
    {
        await CallOffAsync(partnership, partnership.OwnerId, cancellationToken);
        var window = await WindowOfAsync(partnership, cancellationToken);
        var days = MeetingDays
            .Of(partnership.FirstOn!.Value, partnership.Rhythm!.Value, partnership.Until!.Value, rules.Partners.MeetingsAhead)
            .Select(day => window?.NextFree(day) ?? day)
            .Where(day => day <= partnership.Until)
            .Distinct();
        foreach (var day in days)
        {
            await PlanAsync(partnership, day, cancellationToken);
        }
    }

    /// <summary>Calls off what is still to come.</summary>
    public async Task CallOffAsync(Partnership partnership, PersonId by, CancellationToken cancellationToken)
    {
        var id = partnership.Id;
        var coming = await db
            .PartnerMeetings.Where(m => m.PartnershipId == id && m.State == MeetingState.Planned)
            .ToListAsync(cancellationToken);
        foreach (var meeting in coming)
        {
            meeting.CallOff(by, clock.GetUtcNow());
            await appointments.CancelAsync(meeting.Id.Value, cancellationToken);
        }
    }

    /// <returns>Null when the viewer has no such meeting.</returns>
    public async Task<Outcome?> MoveAsync(
        Viewer viewer,
        PartnershipId id,
        PartnerMeetingId meetingId,
        DateOnly on,
        TimeOnly at,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(viewer, id, meetingId, cancellationToken) is not var (partnership, meeting))
        {
            return null;
        }

        if (await WindowOfAsync(partnership, cancellationToken) is { } window && window.IsTooNear(on))
        {
            return new Refusal("partners-near-appraisal");
        }

        var now = clock.GetUtcNow();
        var outcome = meeting.Move(viewer.PersonId, on, at, words.Today(now), now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        await SetAsync(partnership, meeting, cancellationToken);
        foreach (var person in partnership.Partners)
        {
            notices.Tell(person, PartnersNotices.Moved, PartnersLinks.Meeting(id, meetingId), viewer.PersonId);
        }

        return await SaveAsync(cancellationToken);
    }

    /// <summary>Notes what became of a meeting, and sees to it that there is a next one while the agreement runs.</summary>
    public async Task<Outcome?> NoteAsync(
        Viewer viewer,
        PartnershipId id,
        PartnerMeetingId meetingId,
        bool met,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(viewer, id, meetingId, cancellationToken) is not var (partnership, meeting))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var today = words.Today(now);
        var outcome = met ? meeting.NoteMet(viewer.PersonId, today, now) : meeting.NoteMissed(viewer.PersonId, today, now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        await GoOnAsync(partnership, meeting, today, cancellationToken);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>A meeting beside the rhythm: the first one, or one that gets things going again.</summary>
    public async Task<Outcome?> AddAsync(Viewer viewer, PartnershipId id, DateOnly on, TimeOnly at, CancellationToken cancellationToken)
    {
        if (
            await db
                .Partnerships.VisibleTo(db, viewer, clock.GetUtcNow())
                .Include(p => p.Members)
                .FirstOrDefaultAsync(p => p.Id == id, cancellationToken)
            is not { } partnership
        )
        {
            return null;
        }

        if (partnership.State != PartnershipState.Running)
        {
            return new Refusal("partners-not-open");
        }

        if (on < words.Today(clock.GetUtcNow()))
        {
            return new Refusal("partners-first-day-over");
        }

        if (await WindowOfAsync(partnership, cancellationToken) is { } window && window.IsTooNear(on))
        {
            return new Refusal("partners-near-appraisal");
        }

        var made = await PlanAsync(partnership, on, cancellationToken, at);
        foreach (var person in partnership.Partners)
        {
            notices.Tell(person, PartnersNotices.Moved, PartnersLinks.Meeting(id, made), viewer.PersonId);
        }

        return await SaveAsync(cancellationToken);
    }

    internal async Task<(Partnership Partnership, PartnerMeeting Meeting)?> LoadAsync(
        Viewer viewer,
        PartnershipId id,
        PartnerMeetingId meetingId,
        CancellationToken cancellationToken
    )
    {
        var partnership = await db
            .Partnerships.VisibleTo(db, viewer, clock.GetUtcNow())
            .Include(p => p.Members)
            .FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        var meeting = partnership is null
            ? null
            : await db
                .PartnerMeetings.Include(m => m.Wishes)
                .FirstOrDefaultAsync(m => m.Id == meetingId && m.PartnershipId == id, cancellationToken);
        return partnership is null || meeting is null ? null : (partnership, meeting);
    }

    private async Task GoOnAsync(Partnership partnership, PartnerMeeting noted, DateOnly today, CancellationToken cancellationToken)
    {
        var (id, last) = (partnership.Id, noted.Id);
        if (
            partnership.State != PartnershipState.Running
            || await db.PartnerMeetings.AnyAsync(
                m => m.PartnershipId == id && m.Id != last && m.State == MeetingState.Planned && m.On >= today,
                cancellationToken
            )
        )
        {
            return;
        }

        var after = noted.On > today ? noted.On : today;
        var window = await WindowOfAsync(partnership, cancellationToken);
        var next = Enumerable
            .Range(1, Partnership.LongestDays)
            .Select(n => MeetingDays.Nth(partnership.FirstOn!.Value, partnership.Rhythm!.Value, n))
            .SkipWhile(day => day <= after)
            .Select(day => window?.NextFree(day) ?? day)
            .TakeWhile(day => day <= partnership.Until)
            .Distinct()
            .Take(rules.Partners.MeetingsAhead);
        foreach (var day in next)
        {
            await PlanAsync(partnership, day, cancellationToken);
        }
    }

    private async Task<PartnerMeetingId> PlanAsync(
        Partnership partnership,
        DateOnly day,
        CancellationToken cancellationToken,
        TimeOnly? at = null
    )
    {
        var now = clock.GetUtcNow();
        var when = new AppointedTime(day, at ?? partnership.FirstAt, partnership.TimeZone ?? "UTC", Agenda.MinutesOf(partnership.Kind));
        var meeting = PartnerMeeting.Plan(Id.New<PartnerMeetingId>(now), partnership, when, now);
        db.Add(meeting);
        await SetAsync(partnership, meeting, cancellationToken);
        return meeting.Id;
    }

    private Task SetAsync(Partnership partnership, PartnerMeeting meeting, CancellationToken cancellationToken) =>
        appointments.SetAsync(
            new AppointmentFacts(
                meeting.Id.Value,
                $"partners.appointment.{partnership.Kind}",
                partnership.OwnerId,
                meeting.When,
                PartnersLinks.Meeting(partnership.Id, meeting.Id)
            ),
            [.. partnership.Partners],
            cancellationToken
        );

    private async Task<Outcome> SaveAsync(CancellationToken cancellationToken) =>
        await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("partners-changed-meanwhile");
}

using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>The list, the seats and the waiting list, the same for pages and API. Nobody but those who lead it is told who comes or goes.</summary>
public sealed class SeatDesk(FieldcraftDb db, WorkshopDesk workshops, Notices notices)
{
    /// <summary>Puts somebody on the list; asking twice asks once. Refused also: <c>workshop-person-unknown</c>.</summary>
    public Task<Outcome?> InviteAsync(Viewer viewer, WorkshopId id, PersonId person, CancellationToken cancellationToken) =>
        workshops.ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            async (workshop, now) =>
            {
                if (!await db.CanComeAsync(person, cancellationToken))
                {
                    return new Refusal("workshop-person-unknown");
                }

                var invited = workshop.Invite(person, viewer.PersonId, now);
                if (invited is { IsDone: true, Value: true })
                {
                    notices.Tell(person, WorkshopsNotices.Invited, WorkshopsLinks.One(id), viewer.PersonId);
                }

                return new Outcome(invited.Refusal);
            },
            cancellationToken
        );

    /// <summary>Puts somebody without an account on the list; they have a seat.</summary>
    /// <param name="name">Not empty, and not longer than a name may be.</param>
    public Task<Outcome?> InviteByNameAsync(Viewer viewer, WorkshopId id, string name, CancellationToken cancellationToken) =>
        workshops.ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            (workshop, now) => Task.FromResult(new Outcome(workshop.InviteByName(name, viewer.PersonId, now).Refusal)),
            cancellationToken
        );

    public Task<Outcome?> UninviteAsync(
        Viewer viewer,
        WorkshopId id,
        WorkshopInvitationId invitation,
        CancellationToken cancellationToken
    ) =>
        workshops.ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            (workshop, now) => SeatsChangedAsync(workshop, workshop.Uninvite(invitation, viewer.PersonId, now), cancellationToken),
            cancellationToken
        );

    public Task<Outcome?> EnrolAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken) =>
        workshops.ChangeAsync(
            db.Workshops.VisibleTo(viewer),
            id,
            async (workshop, now) =>
            {
                var held = workshop.SeatOf(viewer.PersonId)?.State;
                var enrolled = workshop.Enrol(viewer.PersonId, WorkshopWhen.Today(workshop.TimeZone, now), now);
                if (enrolled.IsDone && enrolled.Value != held)
                {
                    TellLeads(workshop, WorkshopsNotices.Joined, viewer);
                    await workshops.PutIntoCalendarsAsync(workshop, cancellationToken);
                }

                return new Outcome(enrolled.Refusal);
            },
            cancellationToken
        );

    public Task<Outcome?> LeaveAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken) =>
        workshops.ChangeAsync(
            db.Workshops.VisibleTo(viewer),
            id,
            (workshop, now) =>
            {
                var left = workshop.Leave(viewer.PersonId, WorkshopWhen.Today(workshop.TimeZone, now), now);
                if (left.IsDone)
                {
                    TellLeads(workshop, WorkshopsNotices.Left, viewer);
                }

                return SeatsChangedAsync(workshop, left, cancellationToken);
            },
            cancellationToken
        );

    public Task<Outcome?> DeclineAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken) =>
        workshops.ChangeAsync(
            db.Workshops.VisibleTo(viewer),
            id,
            (workshop, now) => Task.FromResult(workshop.Decline(viewer.PersonId, now)),
            cancellationToken
        );

    private async Task<Outcome> SeatsChangedAsync(Workshop workshop, Outcome<PersonId?> outcome, CancellationToken cancellationToken)
    {
        if (outcome.IsDone)
        {
            if (outcome.Value is { } next)
            {
                notices.Tell(next, WorkshopsNotices.MovedUp, WorkshopsLinks.One(workshop.Id));
            }

            await workshops.PutIntoCalendarsAsync(workshop, cancellationToken);
        }

        return new Outcome(outcome.Refusal);
    }

    private void TellLeads(Workshop workshop, NoticeKind kind, Viewer from)
    {
        foreach (var person in new[] { workshop.OrganiserId, workshop.SecondId }.OfType<PersonId>())
        {
            notices.Tell(person, kind, WorkshopsLinks.People(workshop.Id), from.PersonId);
        }
    }
}

using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>A slot as its viewer may see it: by whom it is taken is for the one who offers it.</summary>
public sealed record OpenSlot(
    CoachingSlotId Id,
    PersonId FacilitatorId,
    string Facilitator,
    AppointedTime When,
    bool IsTaken,
    bool IsMine,
    bool IsOffered,
    string TakenBy
);

/// <summary>Half hours with those who led the workshop: offering, booking, giving back. Null: not there, or not the viewer's to do.</summary>
public sealed class SlotDesk(FieldcraftDb db, Notices notices, Appointments appointments, TimeProvider clock)
{
    private const string Kind = "workshops.slot";
    private const int AtMost = 60;

    public async Task<IReadOnlyList<OpenSlot>> ListAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var rows = await db
            .CoachingSlots.AsNoTracking()
            .Where(s => s.WorkshopId == id)
            .OrderBy(s => s.On)
            .ThenBy(s => s.Time)
            .ThenBy(s => s.Id)
            .Take(AtMost)
            .Select(s => new
            {
                Slot = s,
                Facilitator = db
                    .People.Where(p => p.Id == s.FacilitatorId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                TakenBy = s.FacilitatorId == me
                    ? db
                        .People.Where(p => p.Id == s.TakenById)
                        .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                        .FirstOrDefault()
                    : null,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new OpenSlot(
                r.Slot.Id,
                r.Slot.FacilitatorId,
                r.Facilitator ?? "",
                r.Slot.When,
                r.Slot.TakenById is not null,
                r.Slot.TakenById == me,
                r.Slot.FacilitatorId == me,
                r.TakenBy ?? ""
            )),
        ];
    }

    /// <summary>Offers a slot. Refused: <c>workshop-called-off</c>, <c>coaching-slots-full</c>.</summary>
    public async Task<Outcome<CoachingSlotId>?> OfferAsync(
        Viewer viewer,
        WorkshopId id,
        AppointedTime when,
        CancellationToken cancellationToken
    )
    {
        if (await db.Workshops.AsNoTracking().LedBy(viewer).FirstOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } workshop)
        {
            return null;
        }

        if (workshop.IsCalledOff)
        {
            return new Refusal("workshop-called-off");
        }

        if (await db.CoachingSlots.CountAsync(s => s.WorkshopId == id, cancellationToken) >= AtMost)
        {
            return new Refusal("coaching-slots-full", AtMost);
        }

        var now = clock.GetUtcNow();
        var slot = CoachingSlot.Offer(Id.New<CoachingSlotId>(now), id, viewer.PersonId, when, now);
        db.Add(slot);
        await db.SaveChangesAsync(cancellationToken);
        return slot.Id;
    }

    /// <summary>Books one for somebody with a seat, who has one at a time. Refused: <c>coaching-slot-one</c>, and as the slot.</summary>
    public Task<Outcome?> BookAsync(Viewer viewer, WorkshopId id, CoachingSlotId slotId, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Workshops.HoldingSeatFor(viewer),
            id,
            slotId,
            async (slot, now) =>
            {
                var me = viewer.PersonId;
                var today = WorkshopWhen.Today(slot.TimeZone, now);
                if (
                    await db.CoachingSlots.AnyAsync(
                        s => s.WorkshopId == id && s.TakenById == me && s.On >= today && s.Id != slotId,
                        cancellationToken
                    )
                )
                {
                    return new Refusal("coaching-slot-one");
                }

                var outcome = slot.Book(me, today, now);
                if (outcome.IsDone)
                {
                    var facts = new AppointmentFacts(slot.Id.Value, Kind, null, slot.When, WorkshopsLinks.Coaching(id));
                    await appointments.SetAsync(facts, [me, slot.FacilitatorId], cancellationToken);
                    notices.Tell(slot.FacilitatorId, WorkshopsNotices.SlotBooked, WorkshopsLinks.Coaching(id), me);
                }

                return outcome;
            },
            cancellationToken
        );

    public Task<Outcome?> GiveBackAsync(Viewer viewer, WorkshopId id, CoachingSlotId slotId, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Workshops.VisibleTo(viewer),
            id,
            slotId,
            async (slot, now) =>
            {
                var outcome = slot.GiveBack(viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await appointments.CancelAsync(slot.Id.Value, cancellationToken);
                    notices.Tell(slot.FacilitatorId, WorkshopsNotices.SlotFreed, WorkshopsLinks.Coaching(id), viewer.PersonId);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Takes an own offer back; whoever had booked it is told.</summary>
    public Task<Outcome?> WithdrawAsync(Viewer viewer, WorkshopId id, CoachingSlotId slotId, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            slotId,
            async (slot, now) =>
            {
                if (slot.FacilitatorId != viewer.PersonId)
                {
                    return new Refusal("coaching-slot-not-yours");
                }

                slot.Withdraw(viewer.PersonId, now);
                await appointments.CancelAsync(slot.Id.Value, cancellationToken);
                if (slot.TakenById is { } booked)
                {
                    notices.Tell(booked, WorkshopsNotices.SlotFreed, WorkshopsLinks.Coaching(id), viewer.PersonId);
                }

                db.Remove(slot);
                return Outcome.Done;
            },
            cancellationToken
        );

    private async Task<Outcome?> ChangeAsync(
        IQueryable<Workshop> workshops,
        WorkshopId id,
        CoachingSlotId slotId,
        Func<CoachingSlot, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        if (
            !await workshops.AnyAsync(w => w.Id == id, cancellationToken)
            || await db.CoachingSlots.FirstOrDefaultAsync(s => s.Id == slotId && s.WorkshopId == id, cancellationToken) is not { } slot
        )
        {
            return null;
        }

        var outcome = await change(slot, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        return await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("coaching-slot-taken");
    }
}

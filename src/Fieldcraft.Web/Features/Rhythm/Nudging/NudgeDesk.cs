using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Home;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm.Nudging;

/// <summary>What can be done with a nudge: its one action, or dismissing it. The same with a ticket, on Home and in the API.</summary>
public sealed class NudgeDesk(FieldcraftDb db, NudgeTickets tickets, RhythmDesk desk, Rules rules, TimeProvider clock)
{
    /// <summary>The open nudge of a ticket; null for every other one, whatever the cause.</summary>
    public async Task<Nudge?> ByTicketAsync(string ticket, CancellationToken cancellationToken) =>
        tickets.Open(ticket) is { } id
            ? await db.Nudges.FirstOrDefaultAsync(
                n =>
                    n.Id == id
                    && n.TakenAt == null
                    && n.DismissedAt == null
                    && db.People.Any(p => p.Id == n.PersonId && p.Status != PersonStatus.Left),
                cancellationToken
            )
            : null;

    public Task<List<Nudge>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var (me, since) = (viewer.PersonId, clock.GetUtcNow().AddDays(-rules.Rhythm.NudgeLinkDays));
        return db
            .Nudges.AsNoTracking()
            .Where(n => n.PersonId == me && n.At > since)
            .OrderByDescending(n => n.At)
            .ThenByDescending(n => n.Id)
            .ToListAsync(cancellationToken);
    }

    public Task<Nudge?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        var (me, nudgeId) = (viewer.PersonId, NudgeId.From(id));
        return db.Nudges.FirstOrDefaultAsync(n => n.Id == nudgeId && n.PersonId == me, cancellationToken);
    }

    /// <summary>The step's own page.</summary>
    public static string AddressOf(Nudge nudge) => HomeSteps.AddressOf(new NextStep(nudge.Step, nudge.ItemId, nudge.On));

    /// <summary>Whether the step can be done by one tap: only that a try took place is said without a text.</summary>
    public static bool IsOneTap(Nudge nudge) => nudge is { Step: StepKind.CaptureTry, ItemId: not null };

    public async Task TakeAsync(Nudge nudge, NudgeEnd end, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!nudge.Take(end, now))
        {
            return;
        }

        if (end == NudgeEnd.Done && IsOneTap(nudge))
        {
            var (owner, id) = (nudge.PersonId, ExperimentId.From(nudge.ItemId!.Value));
            var experiment = await db.Experiments.FirstOrDefaultAsync(e => e.Id == id && e.OwnerId == owner, cancellationToken);

            // Dropped meanwhile: then the tap says nothing about it.
            _ = experiment?.MarkDone(now);
        }

        (await desk.OwnAsync(nudge.PersonId, cancellationToken)).NoteTaking(now);

        // Two taps at one moment: the first counts.
        await db.TrySaveAsync(cancellationToken);
    }

    public async Task DismissAsync(Nudge nudge, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!nudge.Dismiss(now))
        {
            return;
        }

        (await desk.OwnAsync(nudge.PersonId, cancellationToken)).NoteDismissal(rules.Nudges, now);
        await db.TrySaveAsync(cancellationToken);
    }

    /// <summary>Whether nudges rest now because several were dismissed.</summary>
    public Task<bool> ArePausedAsync(PersonId person, CancellationToken cancellationToken) =>
        db.Rhythms.AnyAsync(r => r.PersonId == person && r.NudgesPausedAt != null, cancellationToken);
}

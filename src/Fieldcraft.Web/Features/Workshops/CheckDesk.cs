using System.Security.Cryptography;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>An own check, opened for its owner.</summary>
public sealed record OpenCheck(InitiativeCheckId Id, DateOnly TakenOn, IReadOnlyList<int> Answers)
{
    public double Mean => InitiativeItems.Mean(Answers);
}

/// <summary>A moment at which the viewer can add an answer to a workshop's figure, or has.</summary>
public sealed record OpenMoment(WorkshopId Workshop, string Title, CheckMoment Moment, CheckArm Arm, DateOnly Through, bool HasAdded);

/// <summary>The self-check of eight sentences. What is added to a group's figure leaves its person behind; whether is asked apart, each time.</summary>
public sealed class CheckDesk(FieldcraftDb db, Vault vault, WorkshopProgrammes programmes, Rules rules, Words words, TimeProvider clock)
{
    public const int PageSize = 12;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<InitiativeCheckId> TakeAsync(Viewer viewer, IReadOnlyList<int> answers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Id.New<InitiativeCheckId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(InitiativeCheck.Take(id, viewer.PersonId, answers, Today, sealer, now));
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    public async Task<bool> TearUpAsync(Viewer viewer, InitiativeCheckId id, CancellationToken cancellationToken)
    {
        if (await db.InitiativeChecks.VisibleTo(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } check)
        {
            return false;
        }

        check.TearUp(clock.GetUtcNow());
        db.Remove(check);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    /// <summary>The viewer's own, newest first.</summary>
    public async Task<IReadOnlyList<OpenCheck>> ListAsync(
        Viewer viewer,
        InitiativeCheckId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var own = db.InitiativeChecks.AsNoTracking().VisibleTo(viewer);
        if (after is { } last)
        {
            own = own.Where(c => c.Id.CompareTo(last) < 0);
        }

        return await OpenAsync(viewer, own.OrderByDescending(c => c.Id).Take(limit), cancellationToken);
    }

    /// <summary>What the viewer can add an answer to today.</summary>
    public async Task<IReadOnlyList<OpenMoment>> MomentsAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var seats = await db
            .WorkshopSeats.AsNoTracking()
            .Where(s => s.PersonId == me && s.State != WorkshopSeatState.Left)
            .Join(db.Workshops.Where(w => w.CalledOffAt == null), s => s.WorkshopId, w => w.Id, (s, w) => new { s.State, Workshop = w })
            .Select(x => new
            {
                x.State,
                x.Workshop.Id,
                x.Workshop.On,
                x.Workshop.Title,
                x.Workshop.Programme,
                x.Workshop.EarlierId,
                EarlierOn = db
                    .Workshops.Where(e => e.Id == x.Workshop.EarlierId && e.CalledOffAt == null)
                    .Select(e => (DateOnly?)e.On)
                    .FirstOrDefault(),
                EarlierTitle = db.Workshops.Where(e => e.Id == x.Workshop.EarlierId).Select(e => e.Title).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var measured = seats.Where(s => programmes.Find(s.Programme) is { IsSmall: false }).ToList();
        var own = measured.Select(s => new CheckRelation(
            s.Id,
            s.On,
            s.State == WorkshopSeatState.In ? CheckArm.Attended : CheckArm.Waited
        ));
        var series = measured.Where(s => s is { EarlierId: not null, EarlierOn: not null }).ToList();
        var later = series
            .Where(s => s.State == WorkshopSeatState.In)
            .Select(s => new CheckRelation(s.EarlierId!.Value, s.EarlierOn!.Value, CheckArm.Waited, s.On));
        // Somebody who attended the earlier one as well is no comparison for it.
        var relations = own.Concat(later).GroupBy(r => r.Workshop).Select(g => g.OrderBy(r => r.Arm).First()).ToList();
        var titles = measured
            .Select(s => (s.Id, s.Title))
            .Concat(series.Select(s => (Id: s.EarlierId!.Value, Title: s.EarlierTitle ?? "")))
            .DistinctBy(t => t.Id)
            .ToDictionary(t => t.Id, t => t.Title);
        var open = CheckWindows.OpenTo(relations, Today, rules.Workshops);
        var added =
            open.Count == 0
                ? []
                : await db
                    .CheckContributions.AsNoTracking()
                    .Where(c => c.OwnerId == me)
                    .Select(c => new { c.WorkshopId, c.Moment })
                    .ToListAsync(cancellationToken);
        return
        [
            .. open.Select(o => new OpenMoment(
                o.Workshop,
                titles[o.Workshop],
                o.Moment,
                o.Arm,
                o.Through,
                added.Any(a => a.WorkshopId == o.Workshop && a.Moment == o.Moment)
            )),
        ];
    }

    /// <summary>
    /// Adds the viewer's newest answer of this moment to the workshop's figure. Null: nothing of that workshop is open to them. Refused:
    /// <c>check-added-already</c>, <c>check-needed-first</c>.
    /// </summary>
    public async Task<Outcome?> AddToGroupAsync(Viewer viewer, WorkshopId workshop, CheckMoment moment, CancellationToken cancellationToken)
    {
        var open = await MomentsAsync(viewer, cancellationToken);
        if (open.FirstOrDefault(o => o.Workshop == workshop && o.Moment == moment) is not { } there)
        {
            return null;
        }

        if (there.HasAdded)
        {
            return new Refusal("check-added-already");
        }

        var day = await db.Workshops.Where(w => w.Id == workshop).Select(w => w.On).FirstAsync(cancellationToken);
        var from = CheckWindows.Of(moment, day, rules.Workshops).From;
        var own = db.InitiativeChecks.AsNoTracking().VisibleTo(viewer).Where(c => c.TakenOn >= from).OrderByDescending(c => c.Id).Take(1);
        if (await OpenAsync(viewer, own, cancellationToken) is not [var check])
        {
            return new Refusal("check-needed-first");
        }

        try
        {
            await db.WriteAsync(
                async () =>
                {
                    db.Add(new CheckContribution(workshop, moment, viewer.PersonId));
                    await AddUnlinkedAsync(workshop, moment, there.Arm, InitiativeItems.Sum(check.Answers), cancellationToken);
                },
                cancellationToken
            );
            return Outcome.Done;
        }
        catch (DbUpdateException wrong) when (!Outage.Is(wrong))
        {
            // The other tab added it at the same moment.
            db.ChangeTracker.Clear();
            return new Refusal("check-added-already");
        }
    }

    /// <summary>
    /// All lines of the moment are written anew, under new random ids and in their order: where a line stands in the file, and which transaction wrote it,
    /// says nothing of when it was added, and so nothing of by whom.
    /// </summary>
    private async Task AddUnlinkedAsync(WorkshopId workshop, CheckMoment moment, CheckArm arm, int sum, CancellationToken cancellationToken)
    {
        // Two who add at one moment take turns at the workshop's row; nothing of it changes.
        await db
            .Workshops.Where(w => w.Id == workshop)
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatCount, x => x.SeatCount), cancellationToken);
        var lines = db.CheckTallies.Where(t => t.WorkshopId == workshop && t.Moment == moment);
        var before = await lines.AsNoTracking().ToListAsync(cancellationToken);
        await lines.ExecuteDeleteAsync(cancellationToken);
        var anew = before.Select(t => (t.Arm, t.Sum)).Append((arm, sum)).Select(t => Line(workshop, moment, t.Item1, t.Item2));
        db.AddRange(anew.OrderBy(t => t.Id));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static CheckTally Line(WorkshopId workshop, CheckMoment moment, CheckArm arm, int sum) =>
        new(RandomNumberGenerator.GetBytes(16), workshop, moment, arm, sum);

    private async Task<IReadOnlyList<OpenCheck>> OpenAsync(
        Viewer viewer,
        IQueryable<InitiativeCheck> checks,
        CancellationToken cancellationToken
    )
    {
        var rows = await checks.ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(r => r.Answers), cancellationToken);
        return [.. rows.Select(r => new OpenCheck(r.Id, r.TakenOn, InitiativeCheck.Read(unlocked.Open(r.Answers))))];
    }
}

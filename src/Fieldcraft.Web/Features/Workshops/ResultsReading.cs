using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>A moment of a workshop's checks: still open, or published for both groups.</summary>
/// <param name="Attended">Null until its window is over and the figure was counted.</param>
public sealed record MomentResult(CheckWindow Window, GroupFigure? Attended, GroupFigure? Waited);

/// <summary>What came of a workshop, in figures of groups.</summary>
/// <param name="Behaviour">Null: nothing is counted yet. Its sum is null where it is withheld.</param>
/// <param name="HandCountIsShown">Enough people told theirs.</param>
public sealed record WorkshopResults(
    WorkshopId Id,
    string Title,
    DateOnly On,
    IReadOnlyList<MomentResult> Moments,
    DifferenceResult? ToSecond,
    DifferenceResult? ToThird,
    BehaviourTable? Behaviour,
    HandCount? HandCount,
    bool HandCountIsShown,
    Leaving? Leaving,
    LeavingResult? LeavingResult,
    int Answers,
    int Version
);

/// <param name="Sum">Null: withheld, because the group is too small.</param>
public sealed record BehaviourTable(BehaviourCounts? Sum);

/// <summary>Reads results for whoever leads the workshop or a programme there: published figures alone, never an answer.</summary>
public sealed class ResultsReading(FieldcraftDb db, BehaviourReading behaviour, Rules rules, Words words, TimeProvider clock)
{
    public async Task<WorkshopResults?> FindAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken)
    {
        var row = await db.MeasuredBy(viewer)
            .AsNoTracking()
            .Where(w => w.Id == id)
            .Select(w => new
            {
                w.Title,
                w.On,
                Figures = db.WorkshopFigures.FirstOrDefault(f => f.Id == w.Id),
                People = w.Seats.Where(s => s.State == WorkshopSeatState.In && s.PersonId != null).Select(s => s.PersonId!.Value).ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var published = await db.GroupFigures.AsNoTracking().Where(f => f.WorkshopId == id).ToListAsync(cancellationToken);
        GroupFigure? Of(CheckMoment moment, CheckArm arm) => published.Find(f => f.Moment == moment && f.Arm == arm);
        var sizes = rules.MinimumSizes;
        var counts = await behaviour.OfAsync(row.People, row.On, words.Today(clock.GetUtcNow()), cancellationToken);
        var hands = row.Figures?.HandCount;
        return new WorkshopResults(
            id,
            row.Title,
            row.On,
            [
                .. CheckWindows
                    .Of(row.On, rules.Workshops)
                    .Select(w => new MomentResult(w, Of(w.Moment, CheckArm.Attended), Of(w.Moment, CheckArm.Waited))),
            ],
            WaitingListComparison.Of(published, CheckMoment.Second),
            WaitingListComparison.Of(published, CheckMoment.Third),
            counts is null ? null : new BehaviourTable(BehaviourCounts.Sum(counts, sizes.InitiativeSelfCheck)),
            hands,
            hands?.People >= sizes.InitiativeSelfCheck,
            row.Figures?.Leaving,
            row.Figures?.Leaving?.Compare(sizes.VoluntaryLeaving),
            published.Sum(f => f.Count ?? 0),
            row.Figures?.Version ?? 0
        );
    }
}

/// <summary>What is entered by hand beside the figures. Null: not there, or not the viewer's to enter.</summary>
public sealed class FiguresDesk(FieldcraftDb db, TimeProvider clock)
{
    public Task<Outcome?> EnterHandCountAsync(
        Viewer viewer,
        WorkshopId id,
        HandCount count,
        int version,
        CancellationToken cancellationToken
    ) => EnterAsync(viewer, id, version, (figures, by, now) => figures.EnterHandCount(count, by, now), cancellationToken);

    public Task<Outcome?> EnterLeavingAsync(
        Viewer viewer,
        WorkshopId id,
        Leaving leaving,
        int version,
        CancellationToken cancellationToken
    ) => EnterAsync(viewer, id, version, (figures, by, now) => figures.EnterLeaving(leaving, by, now), cancellationToken);

    private async Task<Outcome?> EnterAsync(
        Viewer viewer,
        WorkshopId id,
        int version,
        Action<WorkshopFigures, PersonId, DateTimeOffset> enter,
        CancellationToken cancellationToken
    )
    {
        if (!await db.MeasuredBy(viewer).AnyAsync(w => w.Id == id, cancellationToken))
        {
            return null;
        }

        var figures = await db.WorkshopFigures.FirstOrDefaultAsync(f => f.Id == id, cancellationToken);
        if ((figures?.Version ?? 0) != version)
        {
            return new Refusal("workshop-changed-meanwhile");
        }

        if (figures is null)
        {
            figures = WorkshopFigures.Begin(id);
            db.Add(figures);
        }

        enter(figures, viewer.PersonId, clock.GetUtcNow());
        return await Running.Saving.TryAddAsync(db, cancellationToken) ? Outcome.Done : new Refusal("workshop-changed-meanwhile");
    }
}

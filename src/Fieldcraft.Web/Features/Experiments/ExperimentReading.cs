using System.Globalization;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>The planner from which an experiment came.</summary>
public sealed record PlannerOrigin(PlannerId Id, string Module);

/// <summary>An experiment, opened for its owner.</summary>
public sealed record OpenExperiment
{
    public required ExperimentId Id { get; init; }
    public required int Version { get; init; }
    public required ExperimentState State { get; init; }
    public PlanId? PlanId { get; init; }
    public PlanItemId? BehaviourId { get; init; }
    public ExperimentId? FollowsId { get; init; }
    public required DateTimeOffset PlannedAt { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public required ExperimentWording Planned { get; init; }
    public required CaptureWording Captured { get; init; }
    public string? Lesson { get; init; }
    public string? NextStep { get; init; }
    public string? DropReason { get; init; }

    /// <summary>The planner it was written on first, if it was.</summary>
    public PlannerOrigin? Planner { get; init; }

    public string What => Planned.What ?? "";

    public DateOnly On => Planned.On!.Value;

    public bool IsActive => State == ExperimentState.Planned;

    public bool TookPlace => State is not (ExperimentState.Planned or ExperimentState.Dropped);

    /// <summary>The next one may be planned from here.</summary>
    public bool LeadsOn => State is ExperimentState.Repeat or ExperimentState.Vary or ExperimentState.Raised;

    public static OpenExperiment Of(LeadershipExperiment e, Unlocked unlocked) =>
        new()
        {
            Id = e.Id,
            Version = e.Version,
            State = e.State,
            PlanId = e.PlanId,
            BehaviourId = e.BehaviourId,
            FollowsId = e.FollowsId,
            PlannedAt = e.PlannedAt,
            DoneAt = e.DoneAt,
            Planned = new()
            {
                What = unlocked.Open(e.What),
                On = e.On,
                SeenBy = unlocked.Open(e.SeenBy),
                Situation = unlocked.OpenOrNull(e.Situation),
                If = unlocked.OpenOrNull(e.If),
                Then = unlocked.OpenOrNull(e.Then),
                Rehearsed = e.Rehearsed,
                Expectation = unlocked.OpenOrNull(e.Expectation),
                Evidence = unlocked.OpenOrNull(e.Evidence),
                RiskAndGuard = unlocked.OpenOrNull(e.RiskAndGuard),
                Novelty = e.Novelty is null ? null : int.Parse(unlocked.Open(e.Novelty), CultureInfo.InvariantCulture),
                FocusAid = unlocked.OpenOrNull(e.FocusAid),
                Distraction = unlocked.OpenOrNull(e.Distraction),
            },
            Captured = new()
            {
                WhatHappened = unlocked.OpenOrNull(e.WhatHappened),
                EffectSeen = unlocked.OpenOrNull(e.EffectSeen),
                Surprise = unlocked.OpenOrNull(e.Surprise),
            },
            Lesson = unlocked.OpenOrNull(e.Lesson),
            NextStep = unlocked.OpenOrNull(e.NextStep),
            DropReason = unlocked.OpenOrNull(e.DropReason),
        };
}

/// <summary>Opens experiments for the pages and the API alike.</summary>
public sealed class ExperimentReading(FieldcraftDb db, Vault vault, Rules rules)
{
    public const int PageSize = 20;

    /// <summary>Planned ones first, the nearest day on top; then what was, the latest on top.</summary>
    public async Task<IReadOnlyList<OpenExperiment>> ListAsync(
        Viewer viewer,
        ExperimentId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var own = db.Experiments.AsNoTracking().VisibleTo(viewer);
        if (after is { } id && await own.FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is { } last)
        {
            var (on, at) = (last.On, last.Id);
            own = own.Where(e => e.On < on || (e.On == on && e.Id.CompareTo(at) < 0));
        }

        var found = await own.OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(limit).ToListAsync(cancellationToken);
        return await OpenAsync(viewer, found, cancellationToken);
    }

    public async Task<OpenExperiment?> FindAsync(Viewer viewer, ExperimentId id, CancellationToken cancellationToken)
    {
        var row = await db
            .Experiments.AsNoTracking()
            .VisibleTo(viewer)
            .Where(e => e.Id == id)
            .Select(e => new
            {
                Experiment = e,
                Planner = db
                    .Planners.Where(p => p.ExperimentId == e.Id && p.OwnerId == e.OwnerId)
                    .Join(db.Modules, p => p.ModuleId, m => m.Id, (p, m) => new PlannerOrigin(p.Id, m.Title))
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : (await OpenAsync(viewer, [row.Experiment], cancellationToken))[0] with { Planner = row.Planner };
    }

    /// <summary>In how many different situations a behaviour was tried, of those it needs to count as practised (DOMAIN 4.3).</summary>
    public Practice PracticeOf(IEnumerable<OpenExperiment> ofOneBehaviour) =>
        Practice.Of(ofOneBehaviour.Where(e => e.TookPlace).Select(e => new Repetition(e.On, e.Planned.Situation)), rules.Experiments);

    private async Task<IReadOnlyList<OpenExperiment>> OpenAsync(
        Viewer viewer,
        IReadOnlyList<LeadershipExperiment> found,
        CancellationToken cancellationToken
    )
    {
        var unlocked = await vault.UnlockAsync(viewer, found.Select(e => e.What), cancellationToken);
        return [.. found.Select(e => OpenExperiment.Of(e, unlocked))];
    }
}

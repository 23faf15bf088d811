using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Rollout;
using Fieldcraft.Rollout.Advice;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts.Solving;

/// <summary>
/// Works a proposal out. While the engine searches, the row says how far it is, the job's claim is kept, and whoever asks for a stop gets the best so far.
/// </summary>
internal sealed class SolveRollout(
    FieldcraftDb db,
    RolloutModules modules,
    RolloutPictures pictures,
    InstallationState installation,
    TimeProvider clock
) : IJob
{
    public const string JobKind = "rollouts.solve";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan HelpWithin = TimeSpan.FromSeconds(10);
    private const int SitesHelped = 8;
    private const int AnswersASite = 3;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = ProposalId.From(Guid.ParseExact(job.Payload!, "D"));
        var proposal = await db.RolloutProposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (
            proposal is not { IsUnderWay: true }
            || await modules.FindAsync(proposal.ModuleId, cancellationToken) is not { } module
            || await pictures.LoadAsync(module, proposal.SiteId, cancellationToken) is not { } picture
        )
        {
            return;
        }

        var now = clock.GetUtcNow();
        var language = (await installation.FindAsync(cancellationToken))?.Language ?? WordCatalogue.Source;
        var instance = InstanceBuilder.Build(picture, language, now);
        if (InstanceChecks.Of(instance) is [var first, ..])
        {
            await SettleAsync(id, p => p.Refuse(first.What, clock.GetUtcNow()), cancellationToken);
            return;
        }

        var previous = proposal.KeepsPeople ? InstanceBuilder.Planned(picture, ToCome(picture, instance.Now!.Value)).ToList() : null;
        var timetable = await SearchAsync(job.Id, proposal, instance, previous, cancellationToken);
        var help = await Task.Run(() => Help(picture, instance, timetable), cancellationToken);
        var content = ProposalWriting.Of(picture, instance, timetable, help);
        await SettleAsync(
            id,
            p => p.Answer(ProposalWriting.Figures(instance, timetable, content), content.ToJson(), clock.GetUtcNow()),
            cancellationToken
        );
    }

    /// <summary>What a new timetable would replace: nothing that is locked, held or has begun.</summary>
    internal static IEnumerable<TeachingSession> ToCome(RolloutPicture picture, DateTime localNow) =>
        picture.Sessions.Where(s => !s.IsHeld && !s.IsLocked && s.Start >= localNow);

    /// <summary>What would have to change where people are left out: a few answers for a few sites, those with most people first, within a few seconds.</summary>
    private static List<Change> Help(RolloutPicture picture, RolloutInstance instance, Timetable timetable)
    {
        using var limit = new CancellationTokenSource(HelpWithin);
        return
        [
            .. timetable
                .Uncovered.CountBy(u => picture.SiteOf(EngineIds.Person(u.Person))!.Id)
                .OrderByDescending(s => s.Value)
                .ThenBy(s => s.Key)
                .Take(SitesHelped)
                .SelectMany(s => WhatWouldHelp.For(instance, timetable, EngineIds.Of(s.Key), limit.Token).Take(AnswersASite)),
        ];
    }

    private async Task<Timetable> SearchAsync(
        Guid job,
        RolloutProposal proposal,
        RolloutInstance instance,
        IReadOnlyList<PlannedSession>? previous,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var latest = new Latest();
        var options = new SolverOptions(Seed: (ulong)proposal.Seed, Seconds: proposal.Seconds);
        var search = Task.Run(() => Solver.Solve(instance, options, previous, latest, stop.Token), CancellationToken.None);
        while (await Task.WhenAny(search, Task.Delay(LookEvery, CancellationToken.None)) != search)
        {
            if (await TellAsync(job, proposal.Id, latest.Value, CancellationToken.None))
            {
                await stop.CancelAsync();
            }
        }

        // Stopped because the server stops: the work is taken up again by whoever claims it next.
        cancellationToken.ThrowIfCancellationRequested();
        return await search;
    }

    /// <returns>Whether somebody asked for a stop.</returns>
    private async Task<bool> TellAsync(Guid job, ProposalId id, SolverProgress? progress, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + ClaimedFor;
        await db.WriteAsync(
            async () =>
            {
                await db.Jobs.Where(j => j.Id == job).ExecuteUpdateAsync(j => j.SetProperty(x => x.ClaimedUntil, until), cancellationToken);
                await db
                    .RolloutProposals.Where(p => p.Id == id)
                    .ExecuteUpdateAsync(
                        p =>
                            p.SetProperty(x => x.State, ProposalState.Running)
                                .SetProperty(x => x.PartsDone, progress == null ? 0 : progress.PartsDone)
                                .SetProperty(x => x.Parts, progress == null ? 0 : progress.Parts)
                                .SetProperty(x => x.CoveredSoFar, progress == null ? 0 : progress.Covered)
                                .SetProperty(x => x.CostSoFar, progress == null ? 0 : progress.Cost),
                        cancellationToken
                    );
            },
            cancellationToken
        );
        return await db.RolloutProposals.AnyAsync(p => p.Id == id && p.StopAskedAt != null, cancellationToken);
    }

    // Whoever asked for a stop meanwhile changed the version: the answer is then written to the row as it is now.
    private async Task SettleAsync(ProposalId id, Func<RolloutProposal, Domain.Shared.Outcome> settle, CancellationToken cancellationToken)
    {
        do
        {
            db.ChangeTracker.Clear();
            if (
                await db.RolloutProposals.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } proposal
                || settle(proposal).IsRefused
            )
            {
                return;
            }
        } while (!await db.TrySaveAsync(cancellationToken));
    }

    /// <summary>Keeps the last word only: the search must not wait for whoever listens.</summary>
    private sealed class Latest : IProgress<SolverProgress>
    {
        private volatile SolverProgress? _value;

        public SolverProgress? Value => _value;

        public void Report(SolverProgress value) => _value = value;
    }
}

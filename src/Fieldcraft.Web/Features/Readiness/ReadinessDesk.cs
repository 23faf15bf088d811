using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>What a leader noticed, in three parts.</summary>
public sealed record Noticed(string ToDo, string Otherwise, string ToAsk, int Version);

/// <summary>How far a leader is: their own pages, the planner's word, and the coach's.</summary>
public sealed class ReadinessDesk(FieldcraftDb db, LeadersReading leaders, Vault vault, Notices notices, Words words, TimeProvider clock)
{
    /// <summary>Null when there is nothing of the viewer's yet.</summary>
    public async Task<Noticed?> NoticedAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        var readiness = await db
            .LeaderReadiness.AsNoTracking()
            .OwnedBy(viewer)
            .FirstOrDefaultAsync(r => r.ModuleId == module && r.PreviewedOn != null, cancellationToken);
        if (readiness is null)
        {
            return null;
        }

        var unlocked = await vault.UnlockAsync(
            viewer,
            [readiness.NoticedToDo, readiness.NoticedOtherwise, readiness.NoticedToAsk],
            cancellationToken
        );
        return new Noticed(
            unlocked.OpenOrEmpty(readiness.NoticedToDo),
            unlocked.OpenOrEmpty(readiness.NoticedOtherwise),
            unlocked.OpenOrEmpty(readiness.NoticedToAsk),
            readiness.Version
        );
    }

    /// <summary>Null: not there. Refused: <c>readiness-not-previewed</c>, <c>readiness-changed-meanwhile</c> on another version.</summary>
    public async Task<Outcome<int>?> WriteNoticedAsync(Viewer viewer, ModuleId module, Noticed noticed, CancellationToken cancellationToken)
    {
        if (await OwnAsync(viewer, module, cancellationToken) is not { } readiness)
        {
            return null;
        }

        if (readiness.Version != noticed.Version)
        {
            return (Outcome<int>)new Refusal("readiness-changed-meanwhile");
        }

        var sealer = await vault.SealerAsync(viewer.PersonId, readiness.Id.Value, cancellationToken);
        if (readiness.WriteNoticed(noticed.ToDo, noticed.Otherwise, noticed.ToAsk, sealer, clock.GetUtcNow()).Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            return (Outcome<int>)refusal;
        }

        return await db.TrySaveAsync(cancellationToken)
            ? (Outcome<int>)readiness.Version
            : (Outcome<int>)new Refusal("readiness-changed-meanwhile");
    }

    /// <summary>The leader says that the planner is finished; null when they have no part in the module.</summary>
    public Task<Outcome?> MarkPlannerDoneAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken) =>
        ChangeOwnAsync(
            viewer,
            module,
            (readiness, now) =>
            {
                readiness.MarkPlannerDone(PlannerWord.Leader, now);
                return Outcome.Done;
            },
            cancellationToken
        );

    public Task<Outcome?> TakePlannerUpAgainAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken) =>
        ChangeOwnAsync(viewer, module, (readiness, now) => readiness.TakePlannerUpAgain(now), cancellationToken);

    /// <summary>
    /// The planner of a leader was finished, or is worked on again: told by the room of planners, in the transaction of its own change. Saved with
    /// the next save.
    /// </summary>
    public async Task PlannerIsDoneAsync(PersonId leader, ModuleId module, bool isDone, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var readiness = await db.LeaderReadiness.FirstOrDefaultAsync(r => r.OwnerId == leader && r.ModuleId == module, cancellationToken);
        if (isDone)
        {
            readiness ??= Begin(leader, module, now);
            readiness.MarkPlannerDone(PlannerWord.Planner, now);
        }
        else
        {
            readiness?.TakePlannerUpAgain(now);
        }
    }

    /// <summary>
    /// "Not yet". Null: no part in the module. The problems of what was said are asked first, by <see cref="NotYetProblemsAsync"/>.
    /// </summary>
    public Task<Outcome?> SayNotYetAsync(Viewer viewer, ModuleId module, NotYet said, CancellationToken cancellationToken) =>
        ChangeOwnAsync(viewer, module, (readiness, now) => readiness.SayNotYet(said, now), cancellationToken);

    public Task<Outcome?> WithdrawNotYetAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken) =>
        ChangeOwnAsync(
            viewer,
            module,
            (readiness, now) =>
            {
                readiness.WithdrawNotYet(now);
                return Outcome.Done;
            },
            cancellationToken
        );

    /// <summary>Who could lead a leader's first sessions: others who lead at the same site, by name.</summary>
    public async Task<IReadOnlyList<ProgrammeLeader>> DeputiesAsync(
        Viewer viewer,
        PreparedModule module,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        var sites = await leaders.SitesAsync(module, cancellationToken);
        var all = await leaders.LeadersAsync(module.UnitPath, sites, cancellationToken);
        var mine = all.FirstOrDefault(l => l.Id == me)?.Site.Id;
        return [.. all.Where(l => l.Site.Id == mine && l.Id != me)];
    }

    public async Task<IReadOnlyList<InputProblem>> NotYetProblemsAsync(
        Viewer viewer,
        PreparedModule module,
        NotYet said,
        CancellationToken cancellationToken
    )
    {
        var problems = said.Problems(viewer.PersonId, module.Module, words.Today(clock.GetUtcNow()));
        if (said.Deputy is null || problems.Count > 0)
        {
            return problems;
        }

        var deputies = await DeputiesAsync(viewer, module, cancellationToken);
        return deputies.Any(d => d.Id == said.Deputy) ? [] : [new InputProblem("deputy", "unknown")];
    }

    /// <summary>
    /// The coach of the group in which a leader practised clears them to deliver. Null: not the viewer's group, or the leader was not there.
    /// Refused as <see cref="LeaderReadiness.Clear"/>.
    /// </summary>
    public Task<Outcome?> ClearAsync(
        Viewer viewer,
        PreparationEventId group,
        PersonId leader,
        bool plannerFinishedHere,
        CancellationToken cancellationToken
    ) =>
        CoachAsync(
            viewer,
            group,
            leader,
            (readiness, now) =>
            {
                var wasCleared = readiness.IsCleared;
                var outcome = readiness.Clear(plannerFinishedHere, viewer.PersonId, now);
                if (outcome.IsDone && !wasCleared)
                {
                    notices.Tell(leader, ReadinessNotices.Cleared, ReadinessLinks.Mine(readiness.ModuleId), viewer.PersonId);
                }

                return outcome;
            },
            cancellationToken
        );

    public Task<Outcome?> TakeClearanceBackAsync(
        Viewer viewer,
        PreparationEventId group,
        PersonId leader,
        CancellationToken cancellationToken
    ) =>
        CoachAsync(
            viewer,
            group,
            leader,
            (readiness, now) =>
            {
                readiness.TakeClearanceBack(viewer.PersonId, now);
                return Outcome.Done;
            },
            cancellationToken
        );

    private async Task<Outcome?> CoachAsync(
        Viewer viewer,
        PreparationEventId group,
        PersonId leader,
        Func<LeaderReadiness, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken
    )
    {
        var module = await db
            .PreparationEvents.HeldBy(viewer)
            .Where(e => e.Id == group && e.Kind == PreparationKind.Coaching && e.State == PreparationState.Held)
            .Where(e => e.Seated.Any(s => s.PersonId == leader && s.State == PreparationSeatState.Attended))
            .Select(e => (ModuleId?)e.ModuleId)
            .FirstOrDefaultAsync(cancellationToken);
        if (
            module is not { } id
            || await db.LeaderReadiness.FirstOrDefaultAsync(r => r.OwnerId == leader && r.ModuleId == id, cancellationToken)
                is not { } readiness
        )
        {
            return null;
        }

        return await SaveAsync(change(readiness, clock.GetUtcNow()), cancellationToken);
    }

    private async Task<Outcome?> ChangeOwnAsync(
        Viewer viewer,
        ModuleId module,
        Func<LeaderReadiness, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken
    ) =>
        await OwnAsync(viewer, module, cancellationToken) is { } readiness
            ? await SaveAsync(change(readiness, clock.GetUtcNow()), cancellationToken)
            : (Outcome?)null;

    private async Task<Outcome> SaveAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.IsRefused)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        return await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("readiness-changed-meanwhile");
    }

    /// <summary>The viewer's own readiness, made where they lead people whom the programme reaches.</summary>
    private async Task<LeaderReadiness?> OwnAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        if (await db.LeaderReadiness.OwnedBy(viewer).FirstOrDefaultAsync(r => r.ModuleId == module, cancellationToken) is { } known)
        {
            return known;
        }

        return viewer.HasReports && await leaders.ModuleAsync(viewer, module, cancellationToken) is { ReachesViewer: true }
            ? Begin(viewer.PersonId, module, clock.GetUtcNow())
            : null;
    }

    private LeaderReadiness Begin(PersonId leader, ModuleId module, DateTimeOffset now)
    {
        var readiness = LeaderReadiness.Begin(Id.New<LeaderReadinessId>(now), leader, module, now);
        db.Add(readiness);
        return readiness;
    }
}

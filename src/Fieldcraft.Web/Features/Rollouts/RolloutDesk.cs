using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts;

/// <summary>
/// Setting a roll-out, asking for a timetable, and what becomes of it; the same for pages and API. Null: not there, or not the viewer's to do.
/// </summary>
public sealed class RolloutDesk(FieldcraftDb db, RolloutModules modules, SitesOnGround sites, TimeProvider clock)
{
    public const string ChangedMeanwhile = "rollout-changed-meanwhile";

    /// <param name="version">Of the settings that were seen; 0 when nobody had set any.</param>
    public Task<Outcome?> SetAsync(
        Viewer viewer,
        ModuleId module,
        int version,
        RolloutSettings settings,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            module,
            version,
            settings,
            (rollout, now) => rollout.SetAnew(settings, viewer.PersonId, now),
            cancellationToken
        );

    /// <summary>What an hour costs here.</summary>
    public Task<Outcome?> SayRatesAsync(
        Viewer viewer,
        ModuleId module,
        int version,
        HourlyRates rates,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            module,
            version,
            RolloutSettings.Usual,
            (rollout, now) => rollout.SayRates(rates, viewer.PersonId, now),
            cancellationToken
        );

    /// <summary>
    /// Asks for a timetable of every site, which needs the lead of programmes, or of one site with its neighbours. Refused: <c>module-not-published</c>,
    /// <c>proposal-under-way</c>, <c>rollout-window-over</c>.
    /// </summary>
    public async Task<Outcome<ProposalId>?> AskAsync(
        Viewer viewer,
        ModuleId module,
        UnitId? site,
        int seconds,
        int seed,
        bool keepsPeople,
        CancellationToken cancellationToken
    )
    {
        if (
            await modules.FindAsync(viewer, module, cancellationToken) is not { } found
            || !await MayAskAsync(viewer, found, site, cancellationToken)
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (found.Edition is null)
        {
            return new Refusal("module-not-published");
        }

        if (DateOnly.FromDateTime(now.UtcDateTime) >= found.WindowEnd)
        {
            return new Refusal("rollout-window-over");
        }

        if (
            await db.RolloutProposals.AnyAsync(
                p =>
                    p.ModuleId == module
                    && (p.SiteId == null || site == null || p.SiteId == site)
                    && (p.State == ProposalState.Waiting || p.State == ProposalState.Running),
                cancellationToken
            )
        )
        {
            return new Refusal("proposal-under-way");
        }

        var proposal = RolloutProposal.Ask(Id.New<ProposalId>(now), module, site, seed, seconds, keepsPeople, viewer.PersonId, now);
        db.Add(proposal);
        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = SolveRollout.JobKind,
                Key = proposal.Id.Value.ToString("n"),
                Payload = proposal.Id.Value.ToString("D"),
                DueAt = now,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return proposal.Id;
    }

    public Task<Outcome?> StopAsync(Viewer viewer, ProposalId id, CancellationToken cancellationToken) =>
        SettleAsync(viewer, id, (proposal, now) => proposal.Stop(viewer.PersonId, now), cancellationToken);

    public Task<Outcome?> PutAsideAsync(Viewer viewer, ProposalId id, CancellationToken cancellationToken) =>
        SettleAsync(viewer, id, (proposal, now) => proposal.PutAside(viewer.PersonId, now), cancellationToken);

    /// <summary>The proposals that the viewer may see: of every site for the lead of programmes, of one for whoever looks after it.</summary>
    internal IQueryable<RolloutProposal> VisibleTo(Viewer viewer)
    {
        var mine = db.Units.ScheduledBy(viewer).Select(u => (UnitId?)u.Id);
        var whole = viewer.MayPlanRollouts();
        return db.RolloutProposals.Where(p => (p.SiteId == null && whole) || mine.Contains(p.SiteId));
    }

    private async Task<bool> MayAskAsync(Viewer viewer, RolloutModule module, UnitId? site, CancellationToken cancellationToken) =>
        site is { } one
            ? (await sites.WithinAsync(module.UnitId, module.UnitPath, cancellationToken)).Any(s =>
                s.Id == one && viewer.MaySchedule(s.Site.Path)
            )
            : viewer.MayPlanRollouts();

    private async Task<Outcome?> SettleAsync(
        Viewer viewer,
        ProposalId id,
        Func<RolloutProposal, DateTimeOffset, Outcome> settle,
        CancellationToken cancellationToken
    )
    {
        if (await VisibleTo(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } proposal)
        {
            return null;
        }

        var outcome = settle(proposal, clock.GetUtcNow());
        return outcome.IsRefused || await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal(ChangedMeanwhile);
    }

    private async Task<Outcome?> ChangeAsync(
        Viewer viewer,
        ModuleId module,
        int version,
        RolloutSettings first,
        Action<ModuleRollout, DateTimeOffset> change,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MayPlanRollouts() || await modules.FindAsync(viewer, module, cancellationToken) is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var rollout = await db.ModuleRollouts.FirstOrDefaultAsync(r => r.Id == module, cancellationToken);
        if ((rollout?.Version ?? 0) != version)
        {
            return new Refusal(ChangedMeanwhile);
        }

        if (rollout is null)
        {
            rollout = ModuleRollout.Set(module, first, viewer.PersonId, now);
            db.Add(rollout);
        }

        change(rollout, now);
        // Somebody else set it first.
        return await db.TryAddAsync(cancellationToken) ? Outcome.Done : new Refusal(ChangedMeanwhile);
    }
}

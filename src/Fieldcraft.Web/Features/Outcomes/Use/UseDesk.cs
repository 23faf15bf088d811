using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Readiness;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Use;

/// <summary>The question of week 6, as the leader of a team finds it.</summary>
public sealed record UseQuestion(PreparedModule Module, UseAnswer? Answer)
{
    public DateOnly AskedFrom => TeamUse.AskedFrom(Module.Module.WindowStart);
}

/// <summary>What leaders say for their teams. Null: not there, or the viewer has no team where the programme runs.</summary>
public sealed class UseDesk(FieldcraftDb db, LeadersReading leaders, Viewer viewer, Words words, TimeProvider clock)
{
    public async Task<UseQuestion?> FindAsync(ModuleId id, CancellationToken cancellationToken)
    {
        if (await OwnModuleAsync(id, cancellationToken) is not { } module)
        {
            return null;
        }

        var me = viewer.PersonId;
        var answer = await db
            .TeamUses.Where(u => u.ModuleId == id && u.LeaderId == me)
            .Select(u => (UseAnswer?)u.Answer)
            .FirstOrDefaultAsync(cancellationToken);
        return new UseQuestion(module, answer);
    }

    /// <summary>Refused: as <see cref="TeamUse.Say"/>, and <c>outcome-said-meanwhile</c>.</summary>
    public async Task<Outcome?> SayAsync(ModuleId id, UseAnswer answer, CancellationToken cancellationToken)
    {
        if (await OwnModuleAsync(id, cancellationToken) is not { } module)
        {
            return null;
        }

        var (now, me) = (clock.GetUtcNow(), viewer.PersonId);
        if (await db.TeamUses.FirstOrDefaultAsync(u => u.ModuleId == id && u.LeaderId == me, cancellationToken) is { } said)
        {
            said.SayAnew(answer, now);
        }
        else
        {
            var use = TeamUse.Say(Id.New<TeamUseId>(now), module.Module, me, answer, words.Today(now), now);
            if (use.Value is not { } first)
            {
                return use.Refusal!;
            }

            db.Add(first);
        }

        if (await db.TryAddAsync(cancellationToken))
        {
            return Outcome.Done;
        }

        return new Refusal("outcome-said-meanwhile");
    }

    private async Task<PreparedModule?> OwnModuleAsync(ModuleId id, CancellationToken cancellationToken) =>
        viewer.HasReports && await leaders.ModuleAsync(viewer, id, cancellationToken) is { ReachesViewer: true } module ? module : null;
}

using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>
/// Every hour: rounds whose last day is over are closed, those who have not answered are reminded, and the secret of a round that is no more is destroyed, in
/// case the program was killed between closing it and that.
/// </summary>
internal sealed class LookAfterRounds(FieldcraftDb db, KeyStore keys, RoundDesk rounds, Rules rules, TimeProvider clock) : IJob
{
    public const string JobKind = "checks.look_after";

    /// <summary>A secret is made a moment before the round it belongs to is saved.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var running = await db
            .LeadershipChecks.AsNoTracking()
            .Where(c => c.LaunchedAt != null && c.ClosedAt == null)
            .OrderBy(c => c.Id)
            .ToListAsync(cancellationToken);
        foreach (var check in running)
        {
            if (!check.TakesAnswersAt(now))
            {
                await rounds.CloseAsync(check.Id, byOwner: false, cancellationToken);
            }
            else if (check.IsReminderDue(rules.Checks, now))
            {
                db.ChangeTracker.Clear();
                await rounds.RemindAsync(await db.LeadershipChecks.FirstAsync(c => c.Id == check.Id, cancellationToken), cancellationToken);
            }
        }

        await DestroyLeftOverAsync(now, cancellationToken);
    }

    private async Task DestroyLeftOverAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db
            .LeadershipChecks.AsNoTracking()
            .Where(c => c.RoundId != null)
            .Select(c => c.RoundId!.Value)
            .Concat(db.Pulses.Where(p => p.RoundId != null).Select(p => p.RoundId!.Value))
            .Concat(db.ConsensusVotes.Where(v => v.RoundId != null).Select(v => v.RoundId!.Value))
            .ToListAsync(cancellationToken);
        foreach (var (round, madeAt) in await keys.RoundsAsync(cancellationToken))
        {
            if (!known.Contains(round) && now - madeAt > Grace)
            {
                await keys.DestroyRoundAsync(round, cancellationToken);
            }
        }
    }
}

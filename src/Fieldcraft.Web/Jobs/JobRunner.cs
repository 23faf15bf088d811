using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Jobs;

/// <summary>One kind of work that waits in the queue. Running it twice has the effect of running it once.</summary>
public interface IJob
{
    string Kind { get; }

    Task RunAsync(JobRow job, CancellationToken cancellationToken);
}

/// <summary>
/// Works off the queue: claims a due row for a few minutes, runs its job, marks it done. Any number of nodes may run one;
/// a node that dies leaves a claim that runs out.
/// </summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private const int BatchSize = 20;
    private static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Runs everything that is due now, what it queues for now included.</summary>
    /// <returns>How many jobs were done.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        await QueueRecurringAsync(cancellationToken);
        var done = 0;
        var tried = new HashSet<Guid>();
        while (true)
        {
            var due = (await DueAsync(cancellationToken)).Where(tried.Add).ToList();
            if (due.Count == 0)
            {
                return done;
            }

            foreach (var id in due)
            {
                done += await RunOneAsync(id, cancellationToken) ? 1 : 0;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryRunDueAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was claimed is taken up again when the claim runs out.
        }
    }

    private async Task TryRunDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunDueAsync(stoppingToken);
        }
        catch (Exception unavailable) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogWarning("The queue could not be read: {Kind}", unavailable.GetType().Name);
            await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
        }
    }

    private async Task QueueRecurringAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var wanted = Recurring.All.Select(r => (r.Kind, Key: r.KeyAt(now))).ToList();
        var keys = wanted.Select(w => w.Key).ToList();
        var queued = await db
            .Jobs.AsNoTracking()
            .Where(j => keys.Contains(j.Key))
            .Select(j => new { j.Kind, j.Key })
            .ToListAsync(cancellationToken);
        foreach (var (kind, key) in wanted.Where(w => !queued.Any(q => q.Kind == w.Kind && q.Key == w.Key)))
        {
            db.Enqueue(
                new JobRow
                {
                    Id = Guid.CreateVersion7(now),
                    Kind = kind,
                    Key = key,
                    DueAt = now,
                }
            );
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another node queued it first.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<FieldcraftDb>()
            .Jobs.AsNoTracking()
            .Where(j => j.DoneAt == null && j.DueAt <= now && (j.ClaimedUntil == null || j.ClaimedUntil < now))
            .OrderBy(j => j.DueAt)
            .ThenBy(j => j.Id)
            .Select(j => j.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> RunOneAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var now = clock.GetUtcNow();
        var until = now + ClaimedFor;
        var claimed = await db.WriteAsync(
            () =>
                db
                    .Jobs.Where(j => j.Id == id && j.DoneAt == null && (j.ClaimedUntil == null || j.ClaimedUntil < now))
                    .ExecuteUpdateAsync(
                        j => j.SetProperty(x => x.ClaimedUntil, until).SetProperty(x => x.Attempts, x => x.Attempts + 1),
                        cancellationToken
                    ),
            cancellationToken
        );
        if (claimed == 0)
        {
            return false;
        }

        var row = await db.Jobs.AsNoTracking().FirstAsync(j => j.Id == id, cancellationToken);
        var job = scope.ServiceProvider.GetServices<IJob>().FirstOrDefault(j => j.Kind == row.Kind);
        try
        {
            if (job is null)
            {
                throw new InvalidOperationException($"No job of kind {row.Kind} is known here.");
            }

            await job.RunAsync(row, cancellationToken);
            var doneAt = clock.GetUtcNow();
            await db.WriteAsync(
                () =>
                    db
                        .Jobs.Where(j => j.Id == id)
                        .ExecuteUpdateAsync(
                            j =>
                                j.SetProperty(x => x.DoneAt, doneAt)
                                    .SetProperty(x => x.Payload, (string?)null)
                                    .SetProperty(x => x.Error, (string?)null),
                            cancellationToken
                        ),
                cancellationToken
            );
            return true;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            log.LogWarning("Job {Kind} {Id} did not run (attempt {Attempt}): {Error}", row.Kind, id, row.Attempts, wrong.GetType().Name);
            var wait = TimeSpan.FromMinutes(Math.Min(Math.Pow(2, row.Attempts), LongestWait.TotalMinutes));
            await db.WriteAsync(
                () =>
                    db
                        .Jobs.Where(j => j.Id == id)
                        .ExecuteUpdateAsync(
                            j =>
                                j.SetProperty(x => x.ClaimedUntil, (DateTimeOffset?)null)
                                    .SetProperty(x => x.DueAt, clock.GetUtcNow() + wait)
                                    .SetProperty(x => x.Error, wrong.GetType().Name),
                            cancellationToken
                        ),
                cancellationToken
            );
            return false;
        }
    }
}

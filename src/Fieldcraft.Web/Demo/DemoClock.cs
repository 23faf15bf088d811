using System.Data.Common;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Demo;

/// <summary>The one door of time, with an offset that only demo mode can move. Every node reads the offset from the database.</summary>
public sealed class DemoClock : TimeProvider
{
    private long _offset;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}

/// <summary>Keeps this node's clock at the offset that any node may have set.</summary>
internal sealed class DemoClockFollower(DemoClock clock, IServiceScopeFactory scopes) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
                clock.Offset = await db.Installations.AsNoTracking().Select(i => i.ClockOffset).SingleOrDefaultAsync(stoppingToken);
            }
            catch (DbException)
            {
                // The database is away for a moment; the clock goes on as it was.
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

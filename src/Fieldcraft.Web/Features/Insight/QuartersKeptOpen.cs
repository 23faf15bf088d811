using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>Keeps the newest quarter of each organisation open on this node, from its start on: that of two million people takes seconds to be read, and nobody is to wait for it.</summary>
internal sealed class QuartersKeptOpen(IServiceScopeFactory scopes, ReleaseShelf shelf, ILogger<QuartersKeptOpen> log) : BackgroundService
{
    /// <summary>Shorter than an untouched quarter stays on the shelf.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var newest = await db
            .Releases.AsNoTracking()
            .Where(r => r.Kind == ReleaseKind.Quarter && r.PublishedAt != null)
            .Where(r => !db.Releases.Any(l => l.UnitId == r.UnitId && l.Kind == r.Kind && l.PublishedAt != null && l.From > r.From))
            .OrderBy(r => r.Id)
            .Select(r => r.Id)
            .Take(ReleaseShelf.Kept)
            .ToListAsync(cancellationToken);
        foreach (var id in newest)
        {
            await shelf.FindAsync(db, id, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            do
            {
                await TryOpenAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task TryOpenAsync(CancellationToken stoppingToken)
    {
        try
        {
            await OpenAsync(stoppingToken);
        }
        catch (Exception unavailable) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogWarning("The newest quarter could not be opened: {Kind}", unavailable.GetType().Name);
        }
    }
}

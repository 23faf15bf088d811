using Fieldcraft.Domain.Conversations;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conversations.Streams;

/// <summary>Hears from the database what other nodes changed: one connection for the whole node, opened when somebody first listens.</summary>
internal sealed class LiveListener(LiveStreams streams, Settings settings, IServiceScopeFactory scopes, ILogger<LiveListener> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await streams.FirstListener.WaitAsync(stoppingToken);
            while (true)
            {
                try
                {
                    await Signals.ListenAsync(settings.Choice, streams.Tell, () => CatchUpAsync(stoppingToken), stoppingToken);
                }
                catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogWarning("The line to the other nodes broke: {Kind}", broken.GetType().Name);
                    await Task.Delay(Pause, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>What was said while nobody listened is read from the database.</summary>
    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var open = streams.Sessions.Select(LiveSessionId.From).ToArray();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        foreach (
            var known in await db
                .LiveSessions.AsNoTracking()
                .Where(s => open.Contains(s.Id))
                .Select(s => new { s.Id, s.Pulse })
                .ToListAsync(cancellationToken)
        )
        {
            streams.Tell(new Signal(known.Id.Value, known.Pulse));
        }
    }
}

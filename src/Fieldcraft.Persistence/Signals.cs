using Fieldcraft.Domain.Conversations;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fieldcraft.Persistence;

/// <summary>Something on somebody's screen is out of date: which session, and the number to which it has counted.</summary>
public readonly record struct Signal(Guid Session, long Pulse);

/// <summary>
/// Counts a session's changes and tells the other nodes. PostgreSQL delivers a notification when its transaction commits, so nobody is told of what
/// did not happen; SQLite has one node, which is told by the program itself.
/// </summary>
public static class Signals
{
    private const string Channel = "fieldcraft_live";

    /// <summary>Counts one change. Called inside <see cref="FieldcraftDb.WriteAsync{T}"/>, with what changed.</summary>
    public static async Task<Signal> PulseAsync(this FieldcraftDb db, LiveSessionId session, CancellationToken cancellationToken)
    {
        var id = session.Value;
        var pulse = (
            await db
                .Database.SqlQuery<long>(
                    $"""update "LiveSessions" set "Pulse" = "Pulse" + 1 where "Id" = {id} returning "Pulse" as "Value" """
                )
                .ToListAsync(cancellationToken)
        ).FirstOrDefault();
        if (!db.IsSqlite)
        {
            var said = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id:n} {pulse}");
            await db.Database.ExecuteSqlAsync($"select pg_notify({Channel}, {said})", cancellationToken);
        }

        return new Signal(id, pulse);
    }

    /// <summary>
    /// Listens on one connection of its own until it breaks or is cancelled. On SQLite it only waits: there is nobody else to listen to.
    /// </summary>
    /// <param name="heard">Called for each signal; must not block.</param>
    /// <param name="listening">Called once the connection listens: what was missed before can be caught up with now.</param>
    public static async Task ListenAsync(
        DatabaseChoice choice,
        Action<Signal> heard,
        Func<Task> listening,
        CancellationToken cancellationToken
    )
    {
        if (choice.IsSqlite)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return;
        }

        // Out of the pool, and told to look after itself: it is open for days.
        var connectionString = new NpgsqlConnectionStringBuilder(choice.ConnectionString) { Pooling = false, KeepAlive = 30 }.ToString();
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, said) =>
        {
            if (Read(said.Payload) is { } signal)
            {
                heard(signal);
            }
        };
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        await listening();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private static Signal? Read(string payload) =>
        payload.Split(' ') is [var id, var pulse]
        && Guid.TryParseExact(id, "N", out var session)
        && long.TryParse(pulse, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new Signal(session, number)
            : null;
}

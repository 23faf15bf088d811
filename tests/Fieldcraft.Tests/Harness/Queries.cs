using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fieldcraft.Tests.Harness;

/// <summary>Counts what one app asks its database for. Other tests of the process are not counted: they have other databases.</summary>
public sealed class Queries : IDisposable
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Heard = new();
    private readonly string _connectionString;
    private readonly ConcurrentQueue<string> _statements = new();

    private Queries(TestApp app)
    {
        _connectionString = app.Settings.Choice.ConnectionString;
        Heard[_connectionString] = _statements;
    }

    /// <summary>Listens for the life of the process; what nobody counts is passed over.</summary>
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Listener());

    public static Queries Of(TestApp app) => new(app);

    /// <summary>What opening one address costs, the session included. A page that asks nothing at all was not counted.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(TestApp app, Browser browser, string address)
    {
        // The first time also warms up what is asked once per program.
        (await browser.GetAsync(address)).Response.EnsureSuccessStatusCode();
        using var queries = Of(app);
        await queries.InAsync(async () => (await browser.GetAsync(address)).Response.EnsureSuccessStatusCode());
        queries._statements.ShouldNotBeEmpty();
        return [.. queries._statements];
    }

    public async Task<int> InAsync(Func<Task> work)
    {
        _statements.Clear();
        await work();
        return _statements.Count;
    }

    public void Dispose() => Heard.TryRemove(_connectionString, out _);

    private sealed class Listener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (
                value.Value is CommandExecutedEventData { Context: { } context } executed
                && !Heard.IsEmpty
                && Heard.TryGetValue(context.Database.GetConnectionString() ?? "", out var statements)
            )
            {
                statements.Enqueue(executed.Command.CommandText);
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}

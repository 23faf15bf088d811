using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fieldcraft.Tests.Harness;

/// <summary>Counts what one app asks its database for. Other tests of the process are not counted: they have other databases.</summary>
public sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _connectionString;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<string> _statements = [];

    private Queries(TestApp app) => _connectionString = app.Settings.Choice.ConnectionString;

    public static async Task<Queries> OfAsync(TestApp app)
    {
        var queries = new Queries(app);
        queries._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(queries));

        // The database layer looks only once a second whether anybody listens.
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        return queries;
    }

    /// <summary>What opening one address costs, the session included. A page that asks nothing at all was not counted.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(TestApp app, Browser browser, string address)
    {
        // The first time also warms up what is asked once per program.
        (await browser.GetAsync(address)).Response.EnsureSuccessStatusCode();
        using var queries = await OfAsync(app);
        await queries.InAsync(async () => (await browser.GetAsync(address)).Response.EnsureSuccessStatusCode());
        queries._statements.ShouldNotBeEmpty();
        return queries._statements;
    }

    public async Task<int> InAsync(Func<Task> work)
    {
        _statements.Clear();
        await work();
        return _statements.Count;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Value is CommandExecutedEventData { Context: { } context } executed
            && context.Database.GetConnectionString() == _connectionString
        )
        {
            lock (_statements)
            {
                _statements.Add(executed.Command.CommandText);
            }
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}

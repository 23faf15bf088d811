using System.Diagnostics;
using Fieldcraft.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fieldcraft.Tests.Harness;

/// <summary>Counts the statements that one app sends to its database; the queue, which looks every second, is left out.</summary>
public sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _connection;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<string> _statements = [];

    private Queries(Settings settings)
    {
        _connection = settings.Choice.ConnectionString;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> Statements => _statements;

    /// <summary>What opening one address costs, the session included.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(TestApp app, Browser browser, string address)
    {
        // The first time also warms up what is asked once per program.
        (await browser.GetAsync(address)).Response.EnsureSuccessStatusCode();
        using var queries = new Queries(app.Settings);
        (await browser.GetAsync(address)).Response.EnsureSuccessStatusCode();
        return queries.Statements;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value is { Key: var key, Value: CommandEventData data }
            && key == RelationalEventId.CommandExecuting.Name
            && data.Context?.Database.GetConnectionString() == _connection
            && !data.Command.CommandText.Contains("\"Jobs\"", StringComparison.Ordinal)
        )
        {
            lock (_statements)
            {
                _statements.Add(data.Command.CommandText);
            }
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fieldcraft.Tests.Harness;

/// <summary>Counts what one app asks its database for. Other tests of the process are not counted: they have other databases.</summary>
public sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _connectionString;
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    private Queries(TestApp app) => _connectionString = app.Settings.Choice.ConnectionString;

    public static async Task<Queries> OfAsync(TestApp app)
    {
        var queries = new Queries(app);
        queries._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(queries));

        // The database layer looks only once a second whether anybody listens.
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        return queries;
    }

    public async Task<int> InAsync(Func<Task> work)
    {
        _count = 0;
        await work();
        return _count;
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
        if (value.Value is CommandExecutedEventData { Context: { } context } && context.Database.GetConnectionString() == _connectionString)
        {
            Interlocked.Increment(ref _count);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}

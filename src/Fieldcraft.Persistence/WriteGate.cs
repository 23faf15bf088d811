using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Persistence;

/// <summary>
/// SQLite takes one writer at a time. Waiting inside SQLite is a lottery with long losers; here writers wait in the order they came.
/// One gate for each database file, for the whole process.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A gate lives as long as the process.")]
public sealed class WriteGate
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1, 1);

    private WriteGate() { }

    public static WriteGate Of(DbContext db) => Gates.GetOrAdd(db.Database.GetConnectionString()!, _ => new WriteGate());

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        return new Release(_one);
    }

    private sealed class Release(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}

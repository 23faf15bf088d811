using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fieldcraft.Bench;

/// <summary>A query as the product sent it, ready to be sent again by hand.</summary>
internal sealed record RecordedQuery(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Listens to what one request asks the database. Off unless a request is being recorded.</summary>
internal sealed class QueryRecorder : DbCommandInterceptor
{
    private readonly HttpContextAccessor _request = new();
    private List<RecordedQuery>? _queries;

    public void Begin() => Volatile.Write(ref _queries, []);

    public IReadOnlyList<RecordedQuery> End() => Interlocked.Exchange(ref _queries, null) ?? [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        // Jobs and the clock of the same process ask meanwhile, outside of any request; that belongs to no page.
        if (Volatile.Read(ref _queries) is { } queries && _request.HttpContext is not null)
        {
            lock (queries)
            {
                queries.Add(
                    new RecordedQuery(
                        command.CommandText,
                        [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]
                    )
                );
            }
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

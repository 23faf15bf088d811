using System.Data.Common;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fieldcraft.Persistence;

/// <summary>
/// Stores many new rows with few statements, as the mappings say, events included. For imports and the demo: thousands of things made by
/// the domain, in one transaction. Call it inside <see cref="FieldcraftDb.WriteAsync{T}"/>.
/// </summary>
public static class BulkInsert
{
    private const int ParametersPerStatement = 2000;
    private const int TellEvery = 500;

    /// <summary>Stores the rows in the given order, and with aggregates what happened to them.</summary>
    /// <param name="stored">Told the number of rows after every statement.</param>
    public static async Task InsertAsync<T>(
        this FieldcraftDb db,
        IReadOnlyList<T> rows,
        Action<int>? stored,
        CancellationToken cancellationToken
    )
        where T : class
    {
        await db.InsertRowsAsync(rows, stored, cancellationToken);
        var aggregates = rows.OfType<IAggregate>().ToList();
        var events = aggregates.SelectMany(a => a.Events).Select(EventRow.Of).ToList();
        if (events.Count > 0)
        {
            await db.InsertRowsAsync(events, stored, cancellationToken);
        }

        foreach (var aggregate in aggregates)
        {
            aggregate.ForgetEvents();
        }
    }

    private static async Task InsertRowsAsync<T>(
        this FieldcraftDb db,
        IReadOnlyList<T> rows,
        Action<int>? stored,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no table.");
        var columns = Columns(entity);

        // A round trip to a server is dear and wants many rows; SQLite has none, and looks up every parameter by its name in a list.
        var most = db.IsSqlite ? 1 : Math.Max(1, ParametersPerStatement / columns.Count);
        var untold = 0;
        for (var from = 0; from < rows.Count; )
        {
            var count = Math.Min(most, rows.Count - from);
            await using var command = Command(db, entity, columns, count);
            if (db.IsSqlite)
            {
                await command.PrepareAsync(cancellationToken);
            }

            do
            {
                Fill(command, columns, rows, from, count);
                await command.ExecuteNonQueryAsync(cancellationToken);
                from += count;
                untold += count;
                if (untold >= TellEvery || from == rows.Count)
                {
                    stored?.Invoke(untold);
                    untold = 0;
                }
            } while (rows.Count - from >= count);
        }
    }

    private static List<Column> Columns(IEntityType entity)
    {
        var table = entity.GetTableMappings().Single().Table;
        return
        [
            .. entity
                .GetProperties()
                .Select(p => new Column(p, table.FindColumn(p)!.Name, p.GetGetter(), (RelationalTypeMapping)p.GetTypeMapping())),
        ];
    }

    private static DbCommand Command(FieldcraftDb db, IEntityType entity, List<Column> columns, int count)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var values = Enumerable
            .Range(0, count)
            .Select(row => $"({string.Join(',', columns.Select((_, c) => $"@p{(row * columns.Count) + c}"))})");
        command.CommandText =
            $"insert into {sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema())} ({string.Join(',', columns.Select(c => sql.DelimitIdentifier(c.Name)))}) values {string.Join(',', values)}";
        for (var place = 0; place < count * columns.Count; place++)
        {
            var column = columns[place % columns.Count];
            command.Parameters.Add(column.Mapping.CreateParameter(command, $"p{place}", null, column.Property.IsNullable));
        }

        return command;
    }

    private static void Fill<T>(DbCommand command, List<Column> columns, IReadOnlyList<T> rows, int from, int count)
        where T : class
    {
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                command.Parameters[(row * columns.Count) + column].Value = columns[column].ValueOf(rows[from + row]) ?? DBNull.Value;
            }
        }
    }

    private sealed record Column(IProperty Property, string Name, IClrPropertyGetter Getter, RelationalTypeMapping Mapping)
    {
        public object? ValueOf(object row)
        {
            var value = Getter.GetClrValue(row);
            return value is not null && Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }
    }
}

using System.Data.Common;

namespace Fieldcraft.Web.Wall;

/// <summary>Copies of the key store, taken and put back.</summary>
public sealed partial class KeyStore
{
    /// <summary>Everything in the store, wrapped as it lies there.</summary>
    public async Task<KeyBackup> CopyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        var people = new List<KeyBackup.PersonKey>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "select person_id, wrapped, made_at from person_keys order by person_id";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                people.Add(
                    new KeyBackup.PersonKey(
                        Guid.ParseExact(reader.GetString(0), "D"),
                        reader.GetFieldValue<byte[]>(1),
                        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2))
                    )
                );
            }
        }

        return new KeyBackup(
            KeyBackup.FileKind,
            _clock.GetUtcNow(),
            people,
            await ErasuresAsync(cancellationToken),
            await RawValuesAsync(connection, cancellationToken)
        );
    }

    /// <summary>
    /// Puts keys of a copy back that are missing here. Who was erased, here or by the time of the copy, stays erased, and a round that was closed stays closed: the lists are joined.
    /// </summary>
    /// <returns>How many keys came back.</returns>
    public async Task<int> PutBackAsync(KeyBackup copy, CancellationToken cancellationToken)
    {
        var here = await ErasuresAsync(cancellationToken);
        var erased = here.Concat(copy.Erasures).Where(e => e.Kind == "person").Select(e => e.Subject).ToHashSet();
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var erasure in copy.Erasures.Except(here))
        {
            await NoteAsync(connection, erasure, cancellationToken);
        }

        var back = 0;
        foreach (var key in copy.People.Where(k => !erased.Contains(k.Person)))
        {
            back += await ExecuteAsync(
                connection,
                "insert into person_keys (person_id, wrapped, made_at) values (@id, @wrapped, @at) on conflict (person_id) do nothing",
                cancellationToken,
                ("@id", Text(key.Person)),
                ("@wrapped", key.Wrapped),
                ("@at", key.MadeAt.ToUnixTimeMilliseconds())
            );
        }

        foreach (var gone in erased)
        {
            await ExecuteAsync(connection, "delete from person_keys where person_id = @id", cancellationToken, ("@id", Text(gone)));
        }

        var closed = here.Concat(copy.Erasures)
            .Where(e => e.Kind == RoundErasure)
            .Select(e => NameOf(e.Subject))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in closed)
        {
            await ExecuteAsync(connection, "delete from sealed_values where name = @name", cancellationToken, ("@name", name));
        }

        foreach (var (name, value) in copy.Values.Where(v => !closed.Contains(v.Key)))
        {
            await ExecuteAsync(
                connection,
                "insert into sealed_values (name, value) values (@name, @value) on conflict (name) do nothing",
                cancellationToken,
                ("@name", name),
                ("@value", value)
            );
        }

        await transaction.CommitAsync(cancellationToken);
        _known.Clear();
        return back;
    }

    /// <summary>How many people have a key here.</summary>
    public async Task<IReadOnlySet<Guid>> PeopleAsync(CancellationToken cancellationToken) =>
        (await CopyAsync(cancellationToken)).People.Select(p => p.Person).ToHashSet();

    private static async Task<Dictionary<string, byte[]>> RawValuesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select name, value from sealed_values order by name";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            values[reader.GetString(0)] = reader.GetFieldValue<byte[]>(1);
        }

        return values;
    }
}

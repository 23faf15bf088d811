using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fieldcraft.Web.Wall;

/// <summary>One line of the append-only list of what was erased; it is applied again after every restore.</summary>
public sealed record Erasure(string Kind, Guid Subject, DateTimeOffset At);

/// <summary>
/// Where the keys live, apart from the data and from its backups: each person's key, wrapped by the master key; the list of erasures;
/// and the web framework's own keys. SQLite beside the data, or a second PostgreSQL database.
/// </summary>
public sealed partial class KeyStore
{
    private const string Schema = """
        create table if not exists person_keys (person_id text primary key, wrapped {0} not null, made_at bigint not null);
        create table if not exists erasures (sequence {1}, kind text not null, subject text not null, at bigint not null);
        create table if not exists sealed_values (name text primary key, value {0} not null);
        """;

    private static readonly byte[] PersonPurpose = "person"u8.ToArray();
    private static readonly byte[] ValuePurpose = "value"u8.ToArray();

    // Another node may erase a person: a key is believed for a minute, no longer. The wraps in the database are gone at once.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<PersonId, (byte[] Key, DateTimeOffset Until)> _known = new();
    private readonly ConcurrentDictionary<string, byte[]> _secrets = new(StringComparer.Ordinal);
    private readonly Func<DbConnection> _connect;
    private readonly bool _sqlite;
    private readonly MasterKey _master;
    private readonly TimeProvider _clock;

    private KeyStore(Settings settings, MasterKey master, TimeProvider clock)
    {
        _sqlite = settings.Keys is null;
        _connect = _sqlite
            ? () => new SqliteConnection($"Data Source={settings.KeysFile};Default Timeout=30")
            : () => new NpgsqlConnection(settings.Keys);
        _master = master;
        _clock = clock;
    }

    /// <exception cref="StartRefusedException">The master key is missing or belongs to another key store.</exception>
    public static async Task<KeyStore> OpenAsync(Settings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        MakePrivate(settings.DataFolder);
        var exists = settings.Keys is not null ? await HasTablesAsync(settings.Keys, cancellationToken) : File.Exists(settings.KeysFile);
        var store = new KeyStore(settings, MasterKey.Load(settings, exists), clock);
        await using var connection = await store.ConnectAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                Schema,
                store._sqlite ? "blob" : "bytea",
                store._sqlite ? "integer primary key autoincrement" : "bigserial primary key"
            ),
            cancellationToken
        );
        await store.CheckMasterKeyAsync(cancellationToken);
        return store;
    }

    /// <summary>A data folder made here is open to the account of the server alone; one that is there already stays as it was set up.</summary>
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The person's key, made when it is first needed; null when it was erased.</summary>
    public async Task<byte[]?> KeyOfAsync(PersonId person, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (_known.TryGetValue(person, out var known) && known.Until > now)
        {
            return known.Key;
        }

        await using var connection = await ConnectAsync(cancellationToken);
        var wrapped = await ReadKeyAsync(connection, person, cancellationToken);
        if (wrapped is null)
        {
            if (await IsErasedAsync(connection, person, cancellationToken))
            {
                return null;
            }

            var made = _master.Wrap(RandomNumberGenerator.GetBytes(MasterKey.Length), PurposeOf(person));
            await ExecuteAsync(
                connection,
                "insert into person_keys (person_id, wrapped, made_at) values (@id, @wrapped, @at) on conflict (person_id) do nothing",
                cancellationToken,
                ("@id", Text(person.Value)),
                ("@wrapped", made),
                ("@at", now.ToUnixTimeMilliseconds())
            );
            wrapped = await ReadKeyAsync(connection, person, cancellationToken);
        }

        var key = _master.Unwrap(wrapped!, PurposeOf(person));
        _known[person] = (key, now + Believed);
        return key;
    }

    /// <summary>Makes keys for many people in one transaction; for imports and the demo.</summary>
    public async Task<IReadOnlyDictionary<PersonId, byte[]>> KeysOfAsync(
        IReadOnlyCollection<PersonId> people,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = _clock.GetUtcNow();
        var keys = new Dictionary<PersonId, byte[]>(people.Count);
        foreach (var person in people.Distinct())
        {
            var wrapped = await ReadKeyAsync(connection, person, cancellationToken);
            if (wrapped is null)
            {
                wrapped = _master.Wrap(RandomNumberGenerator.GetBytes(MasterKey.Length), PurposeOf(person));
                await ExecuteAsync(
                    connection,
                    "insert into person_keys (person_id, wrapped, made_at) values (@id, @wrapped, @at)",
                    cancellationToken,
                    ("@id", Text(person.Value)),
                    ("@wrapped", wrapped),
                    ("@at", now.ToUnixTimeMilliseconds())
                );
            }

            keys[person] = _master.Unwrap(wrapped, PurposeOf(person));
        }

        await transaction.CommitAsync(cancellationToken);
        return keys;
    }

    /// <summary>Destroys a person's key and writes the erasure down, in one transaction: every text of theirs is unreadable from now on.</summary>
    public async Task EraseAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "delete from person_keys where person_id = @id", cancellationToken, ("@id", Text(person.Value)));
        await NoteAsync(connection, new Erasure("person", person.Value, _clock.GetUtcNow()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _known.TryRemove(person, out _);
    }

    /// <summary>Writes down that something went for good (a revoked share, a torn-out entry), so that a restored backup does not bring it back.</summary>
    public async Task NoteAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await NoteAsync(connection, erasure, cancellationToken);
    }

    public async Task<IReadOnlyList<Erasure>> ErasuresAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select kind, subject, at from erasures order by sequence";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var erasures = new List<Erasure>();
        while (await reader.ReadAsync(cancellationToken))
        {
            erasures.Add(
                new Erasure(
                    reader.GetString(0),
                    Guid.ParseExact(reader.GetString(1), "D"),
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2))
                )
            );
        }

        return erasures;
    }

    /// <summary>Small secrets of the program itself, such as the web framework's keys, under a name.</summary>
    public async Task KeepAsync(string name, byte[] value, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            "insert into sealed_values (name, value) values (@name, @value) on conflict (name) do update set value = excluded.value",
            cancellationToken,
            ("@name", name),
            ("@value", _master.Wrap(value, ValuePurpose))
        );
    }

    /// <summary>A random key of the program under a name, made when it is first needed; every node gets the same one.</summary>
    public async Task<byte[]> SecretAsync(string name, CancellationToken cancellationToken)
    {
        if (_secrets.TryGetValue(name, out var known))
        {
            return known;
        }

        var stored = $"secret/{name}";
        await using (var connection = await ConnectAsync(cancellationToken))
        {
            await ExecuteAsync(
                connection,
                "insert into sealed_values (name, value) values (@name, @value) on conflict (name) do nothing",
                cancellationToken,
                ("@name", stored),
                ("@value", _master.Wrap(RandomNumberGenerator.GetBytes(MasterKey.Length), ValuePurpose))
            );
        }

        var secret = (await KeptAsync(stored, cancellationToken))[stored];
        _secrets[name] = secret;
        return secret;
    }

    public async Task<IReadOnlyDictionary<string, byte[]>> KeptAsync(string prefix, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        return (await RawValuesAsync(connection, cancellationToken))
            .Where(v => v.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(v => v.Key, v => _master.Unwrap(v.Value, ValuePurpose), StringComparer.Ordinal);
    }

    private static byte[] PurposeOf(PersonId person) => [.. PersonPurpose, .. Encoding.ASCII.GetBytes(Text(person.Value))];

    private static string Text(Guid id) => id.ToString("D");

    private static async Task<byte[]?> ReadKeyAsync(DbConnection connection, PersonId person, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select wrapped from person_keys where person_id = @id";
        Add(command, "@id", Text(person.Value));
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<bool> IsErasedAsync(DbConnection connection, PersonId person, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select 1 from erasures where kind = 'person' and subject = @id limit 1";
        Add(command, "@id", Text(person.Value));
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static Task<int> NoteAsync(DbConnection connection, Erasure erasure, CancellationToken cancellationToken) =>
        ExecuteAsync(
            connection,
            "insert into erasures (kind, subject, at) values (@kind, @subject, @at)",
            cancellationToken,
            ("@kind", erasure.Kind),
            ("@subject", Text(erasure.Subject)),
            ("@at", erasure.At.ToUnixTimeMilliseconds())
        );

    private static async Task<int> ExecuteAsync(
        DbConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            Add(command, name, value);
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static async Task<bool> HasTablesAsync(string keys, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(keys);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select to_regclass('person_keys') is not null";
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task CheckMasterKeyAsync(CancellationToken cancellationToken)
    {
        const string Name = "check";
        try
        {
            if ((await KeptAsync(Name, cancellationToken)).Count == 0)
            {
                await KeepAsync(Name, Encoding.ASCII.GetBytes(Name), cancellationToken);
            }
        }
        catch (CryptographicException)
        {
            throw new StartRefusedException(
                "master-key-wrong",
                "The master key does not belong to this key store. Put the right master.key back. Nothing was changed."
            );
        }
    }

    private async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = _connect();
        await connection.OpenAsync(cancellationToken);
        if (_sqlite)
        {
            await ExecuteAsync(connection, "pragma synchronous=full; pragma secure_delete=on", cancellationToken);
        }

        return connection;
    }
}

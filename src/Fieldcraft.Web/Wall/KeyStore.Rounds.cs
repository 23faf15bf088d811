using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Fieldcraft.Web.Wall;

/// <summary>
/// The secrets of rounds that are open. A round's secret is read anew each time and never kept in memory: once it is destroyed here, no node can open an
/// answer of that round again, in the data as it is or in any copy of it.
/// </summary>
public sealed partial class KeyStore
{
    /// <summary>The kind of the erasure that keeps a destroyed round's secret from coming back with an older copy of the keys.</summary>
    public const string RoundErasure = "round";
    private const string RoundPrefix = "round/";
    private const int MadeAtLength = sizeof(long);

    /// <summary>Makes the secret of a round that is about to open.</summary>
    public Task MakeRoundAsync(Guid round, CancellationToken cancellationToken)
    {
        var value = new byte[MasterKey.Length + MadeAtLength];
        RandomNumberGenerator.Fill(value.AsSpan(0, MasterKey.Length));
        BinaryPrimitives.WriteInt64BigEndian(value.AsSpan(MasterKey.Length), _clock.GetUtcNow().ToUnixTimeMilliseconds());
        return KeepAsync(NameOf(round), value, cancellationToken);
    }

    /// <summary>The secret of a round; null once it was destroyed.</summary>
    public async Task<byte[]?> RoundAsync(Guid round, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select value from sealed_values where name = @name";
        Add(command, "@name", NameOf(round));
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] wrapped
            ? _master.Unwrap(wrapped, ValuePurpose)[..MasterKey.Length]
            : null;
    }

    /// <summary>Destroys a round's secret and writes that down, in one transaction. Doing it again changes nothing.</summary>
    public async Task DestroyRoundAsync(Guid round, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var gone = await ExecuteAsync(
            connection,
            "delete from sealed_values where name = @name",
            cancellationToken,
            ("@name", NameOf(round))
        );
        if (gone > 0)
        {
            await NoteAsync(connection, new Erasure(RoundErasure, round, _clock.GetUtcNow()), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The rounds whose secret is here, with when it was made.</summary>
    public async Task<IReadOnlyList<(Guid Round, DateTimeOffset MadeAt)>> RoundsAsync(CancellationToken cancellationToken) =>
        [
            .. (await KeptAsync(RoundPrefix, cancellationToken)).Select(v =>
                (
                    Guid.ParseExact(v.Key[RoundPrefix.Length..], "N"),
                    DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(v.Value.AsSpan(MasterKey.Length)))
                )
            ),
        ];

    private static string NameOf(Guid round) => $"{RoundPrefix}{round:n}";
}

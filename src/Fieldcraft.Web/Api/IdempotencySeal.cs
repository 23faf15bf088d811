using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Api;

/// <summary>An answer as it is given again.</summary>
internal sealed record KeptAnswer(int Status, string? Location, string? ETag, string? ContentType, byte[] Body);

/// <summary>
/// What is stored about a request that may be repeated can only be read by who sends its key again: the address may hold a link's secret, the body and
/// the answer private words. Everything is derived from the caller's key together with a secret of the key store.
/// </summary>
internal sealed class IdempotencySeal
{
    private const string SecretName = "idempotency";
    private readonly byte[] _own;

    private IdempotencySeal(byte[] own) => _own = own;

    /// <summary>Where the row of this key, person and address is found.</summary>
    public byte[] Row => HMACSHA256.HashData(_own, "row"u8);

    public static async Task<IdempotencySeal> OfAsync(HttpContext http, string key, KeyStore keys, CancellationToken cancellationToken)
    {
        var who = http.ViewerOrNull() is { } viewer ? viewer.PersonId.Value.ToString("n") : "anyone";
        var scope = $"{who}\n{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n{key}";
        return new IdempotencySeal(
            HMACSHA256.HashData(await keys.SecretAsync(SecretName, cancellationToken), Encoding.UTF8.GetBytes(scope))
        );
    }

    public byte[] Mark(ReadOnlySpan<byte> body) => HMACSHA256.HashData(HMACSHA256.HashData(_own, "body"u8), body);

    public byte[] Close(KeptAnswer answer) => KeyWrapping.Wrap(AnswerKey(), JsonSerializer.SerializeToUtf8Bytes(answer), Row);

    public KeptAnswer Open(byte[] closed) => JsonSerializer.Deserialize<KeptAnswer>(KeyWrapping.Unwrap(AnswerKey(), closed, Row))!;

    private byte[] AnswerKey() => HMACSHA256.HashData(_own, "answer"u8);
}

using System.Buffers.Text;
using System.Security.Cryptography;

namespace Fieldcraft.Web.Security;

/// <summary>Random secrets for cookies, links and tokens; the database keeps only their hashes.</summary>
public static class Secrets
{
    public const int Length = 32;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Length);

    // The secrets are random and long: one round of SHA-256 is enough, unlike for passwords.
    public static byte[] Hash(ReadOnlySpan<byte> secret) => SHA256.HashData(secret);

    public static string Text(ReadOnlySpan<byte> secret) => Base64Url.EncodeToString(secret);

    public static byte[]? FromText(string? text, int longest = 200)
    {
        if (string.IsNullOrEmpty(text) || text.Length > longest || !Base64Url.IsValid(text))
        {
            return null;
        }

        return Base64Url.DecodeFromChars(text);
    }
}

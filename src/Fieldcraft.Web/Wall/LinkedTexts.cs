using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Wall;

/// <summary>
/// Texts that somebody without an account reads through a single-use link. They are sealed with a key made from the secret in the link,
/// which is not stored, and the owner's key: the database and the key store together do not open them, and erasing the owner does away
/// with them as with every other text.
/// </summary>
public sealed class LinkedTexts(KeyStore keys)
{
    private const int KeyLength = 32;
    private static readonly byte[] Purpose = "fieldcraft linked text 1"u8.ToArray();

    /// <summary>A sealer whose texts only the link with this secret opens.</summary>
    public async Task<ISealer> SealerAsync(
        PersonId owner,
        Guid document,
        ReadOnlyMemory<byte> secret,
        CancellationToken cancellationToken
    ) =>
        new Sealer(
            owner.Value,
            document,
            await KeyAsync(owner, document, secret, cancellationToken)
                ?? throw new InvalidOperationException("An erased person's texts cannot be written.")
        );

    /// <summary>The text, or null when the secret does not fit or the owner was erased.</summary>
    public async Task<string?> OpenAsync(SealedText text, ReadOnlyMemory<byte> secret, CancellationToken cancellationToken)
    {
        if (await KeyAsync(PersonId.From(text.Owner), text.Document, secret, cancellationToken) is not { } key)
        {
            return null;
        }

        var plain = new byte[text.Ciphertext.Length];
        using var aes = new AesGcm(key, SealedText.TagLength);
        try
        {
            aes.Decrypt(text.Nonce, text.Ciphertext, text.Tag, plain, text.Header);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }

    private async Task<byte[]?> KeyAsync(PersonId owner, Guid document, ReadOnlyMemory<byte> secret, CancellationToken cancellationToken) =>
        await keys.KeyOfAsync(owner, cancellationToken) is { } ownerKey
            ? HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                [.. secret.Span, .. ownerKey],
                KeyLength,
                document.ToByteArray(bigEndian: true),
                Purpose
            )
            : null;

    private sealed class Sealer(Guid owner, Guid document, byte[] key) : ISealer
    {
        public SealedText Seal(string field, string text)
        {
            var header = SealedText.HeaderOf(owner, document, field);
            var plain = Encoding.UTF8.GetBytes(text);
            var cipher = new byte[plain.Length];
            Span<byte> nonce = stackalloc byte[SealedText.NonceLength];
            Span<byte> tag = stackalloc byte[SealedText.TagLength];
            RandomNumberGenerator.Fill(nonce);
            using var aes = new AesGcm(key, SealedText.TagLength);
            aes.Encrypt(nonce, plain, cipher, tag, header);
            return SealedText.Of(header, nonce, tag, cipher);
        }
    }
}

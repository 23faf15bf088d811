using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Wall;

/// <summary>
/// Readers without an account: a single-use link carries a secret of 256 bits. Either a document's key is wrapped under a key derived from it, so
/// that owner and link both open the document; or a text is sealed for the link alone. The database knows the secret's hash and the wrap;
/// neither opens anything without the link.
/// </summary>
public sealed partial class Vault
{
    private static readonly byte[] LinkPurpose = "fieldcraft link 1"u8.ToArray();
    private static readonly byte[] LinkedTextPurpose = "fieldcraft linked text 1"u8.ToArray();
    private static readonly byte[] MarkPurpose = "fieldcraft mark 1"u8.ToArray();

    /// <summary>Wraps the key of a document under a link's secret. The document's sealer must have been asked for before.</summary>
    public async Task<byte[]> WrapForLinkAsync(PersonId owner, Guid document, byte[] secret, CancellationToken cancellationToken)
    {
        var ownerKey =
            await keys.KeyOfAsync(owner, cancellationToken)
            ?? throw new InvalidOperationException("An erased person's texts cannot be shown.");
        var wrap =
            db.KeyWraps.Local.FirstOrDefault(w => w.DocumentId == document && w.ReaderId == owner.Value)
            ?? await db.KeyWraps.FirstAsync(w => w.DocumentId == document && w.ReaderId == owner.Value, cancellationToken);
        var documentKey = KeyWrapping.Unwrap(ownerKey, wrap.Wrapped, PurposeOf(document, owner.Value));
        return WrapForLink(documentKey, document, secret);
    }

    /// <summary>Takes the key of one document out for somebody who holds the link; nothing when its owner was erased.</summary>
    /// <exception cref="CryptographicException">The secret is not the one it was wrapped under.</exception>
    public async Task<Unlocked> UnlockByLinkAsync(
        PersonId owner,
        Guid document,
        byte[] wrap,
        byte[] secret,
        CancellationToken cancellationToken
    )
    {
        if (await keys.KeyOfAsync(owner, cancellationToken) is not { } ownerKey)
        {
            return Unlocked.Empty;
        }

        var documentKey = KeyWrapping.Unwrap(LinkKey(secret, document), wrap, document.ToByteArray(bigEndian: true));
        return new Unlocked(new Dictionary<Guid, byte[]> { [document] = TextKey(documentKey, ownerKey, document) });
    }

    /// <summary>A sealer whose texts only the link with this secret opens, not their owner; erasing the owner does away with them all the same.</summary>
    public async Task<ISealer> SealerForLinkAsync(PersonId owner, Guid document, byte[] secret, CancellationToken cancellationToken) =>
        new Sealer(
            owner.Value,
            document,
            await LinkedTextKeyAsync(owner, document, secret, cancellationToken)
                ?? throw new InvalidOperationException("An erased person's texts cannot be written.")
        );

    /// <summary>Takes the key of texts out that were sealed for a link alone; nothing when their owner was erased.</summary>
    public async Task<Unlocked> UnlockLinkedAsync(PersonId owner, Guid document, byte[] secret, CancellationToken cancellationToken) =>
        await LinkedTextKeyAsync(owner, document, secret, cancellationToken) is { } key
            ? new Unlocked(new Dictionary<Guid, byte[]> { [document] = key })
            : Unlocked.Empty;

    /// <summary>A keyed hash by which the owner's texts of one kind can be compared without being kept: of no use without the owner's key.</summary>
    public async Task<byte[]> MarkAsync(PersonId owner, string kind, string text, CancellationToken cancellationToken)
    {
        var ownerKey =
            await keys.KeyOfAsync(owner, cancellationToken) ?? throw new InvalidOperationException("An erased person has no marks.");
        return Mark(ownerKey, kind, text);
    }

    /// <summary>As <see cref="MarkAsync"/>, with the owner's key at hand.</summary>
    internal static byte[] Mark(byte[] ownerKey, string kind, string text)
    {
        var markKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, ownerKey, KeyLength, salt: null, MarkPurpose);
        return HMACSHA256.HashData(markKey, Encoding.UTF8.GetBytes($"{kind}\n{text}"));
    }

    internal static byte[] WrapForLink(byte[] documentKey, Guid document, byte[] secret) =>
        KeyWrapping.Wrap(LinkKey(secret, document), documentKey, document.ToByteArray(bigEndian: true));

    private async Task<byte[]?> LinkedTextKeyAsync(PersonId owner, Guid document, byte[] secret, CancellationToken cancellationToken) =>
        await keys.KeyOfAsync(owner, cancellationToken) is { } ownerKey
            ? HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                [.. secret, .. ownerKey],
                KeyLength,
                document.ToByteArray(bigEndian: true),
                LinkedTextPurpose
            )
            : null;

    private static byte[] LinkKey(byte[] secret, Guid document) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyLength, document.ToByteArray(bigEndian: true), LinkPurpose);
}

using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Wall;

/// <summary>
/// The only place that opens a sealed text. A document's key is random and wrapped for each reader; the text's own key is derived from it
/// together with the owner's key, so that erasing the owner makes every copy unreadable for everybody.
/// </summary>
public sealed partial class Vault(FieldcraftDb db, KeyStore keys, TimeProvider clock)
{
    internal const int KeyLength = 32;
    private static readonly byte[] TextPurpose = "fieldcraft text 1"u8.ToArray();

    /// <summary>Takes the keys of these texts' documents out for a reader, in one query.</summary>
    /// <exception cref="SealedShutException">The session may not open sealed items; folder policies refuse such a request before.</exception>
    public async Task<Unlocked> UnlockAsync(Viewer viewer, IEnumerable<SealedText?> texts, CancellationToken cancellationToken)
    {
        var wanted = texts.OfType<SealedText>().ToList();
        var documents = wanted.Select(t => t.Document).Distinct().ToArray();
        if (documents.Length == 0)
        {
            return Unlocked.Empty;
        }

        var reader = viewer.PersonId.Value;
        var wraps = await db
            .KeyWraps.AsNoTracking()
            .Where(w => w.ReaderId == reader && documents.Contains(w.DocumentId))
            .ToListAsync(cancellationToken);
        var readerKey = await keys.KeyOfAsync(viewer.PersonId, cancellationToken);
        var textKeys = new Dictionary<Guid, byte[]>();
        foreach (var wrap in wraps)
        {
            if (!viewer.MayOpen(wrap.OwnerId, clock.GetUtcNow()))
            {
                throw new SealedShutException();
            }

            var ownerKey = wrap.OwnerId == reader ? readerKey : await keys.KeyOfAsync(PersonId.From(wrap.OwnerId), cancellationToken);
            if (readerKey is not null && ownerKey is not null)
            {
                textKeys[wrap.DocumentId] = TextKey(
                    KeyWrapping.Unwrap(readerKey, wrap.Wrapped, PurposeOf(wrap.DocumentId, reader)),
                    ownerKey,
                    wrap.DocumentId
                );
            }
        }

        return new Unlocked(textKeys);
    }

    /// <summary>
    /// A sealer for one document of an owner. The document's key is made, and wrapped for the owner, when there is none yet; it is saved with the
    /// next save. Whoever writes needs no right to read: a feedback giver seals an answer that only the owner opens.
    /// </summary>
    public async Task<ISealer> SealerAsync(PersonId owner, Guid document, CancellationToken cancellationToken)
    {
        var ownerKey =
            await keys.KeyOfAsync(owner, cancellationToken)
            ?? throw new InvalidOperationException("An erased person's texts cannot be written.");
        var wrap =
            db.KeyWraps.Local.FirstOrDefault(w => w.DocumentId == document && w.ReaderId == owner.Value)
            ?? await db.KeyWraps.FirstOrDefaultAsync(w => w.DocumentId == document && w.ReaderId == owner.Value, cancellationToken);
        byte[] documentKey;
        if (wrap is null)
        {
            documentKey = RandomNumberGenerator.GetBytes(KeyLength);
            db.KeyWraps.Add(WrapFor(owner, owner, document, documentKey, ownerKey, clock.GetUtcNow()));
        }
        else
        {
            documentKey = KeyWrapping.Unwrap(ownerKey, wrap.Wrapped, PurposeOf(document, owner.Value));
        }

        return SealerFor(owner, document, documentKey, ownerKey);
    }

    /// <summary>Gives another reader a wrap of a document's key; saved with the next save. For shared copies only.</summary>
    public async Task AdmitAsync(PersonId owner, Guid document, PersonId reader, CancellationToken cancellationToken)
    {
        var ownerKey =
            await keys.KeyOfAsync(owner, cancellationToken)
            ?? throw new InvalidOperationException("An erased person's texts cannot be shared.");
        var readerKey =
            await keys.KeyOfAsync(reader, cancellationToken) ?? throw new InvalidOperationException("An erased person cannot read.");
        var wrap =
            db.KeyWraps.Local.FirstOrDefault(w => w.DocumentId == document && w.ReaderId == owner.Value)
            ?? await db.KeyWraps.FirstAsync(w => w.DocumentId == document && w.ReaderId == owner.Value, cancellationToken);
        var documentKey = KeyWrapping.Unwrap(ownerKey, wrap.Wrapped, PurposeOf(document, owner.Value));
        db.KeyWraps.Add(WrapFor(owner, reader, document, documentKey, readerKey, clock.GetUtcNow()));
    }

    /// <summary>Takes a reader's wrap away, now and for every later restore of an older backup.</summary>
    public async Task ExpelAsync(Guid document, PersonId reader, CancellationToken cancellationToken)
    {
        await keys.NoteAsync(new Erasure($"wrap:{reader.Value:n}", document, clock.GetUtcNow()), cancellationToken);
        await db.WriteAsync(
            () => db.KeyWraps.Where(w => w.DocumentId == document && w.ReaderId == reader.Value).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Takes all wraps of a document away: nobody opens it again, the owner included.</summary>
    public async Task DestroyAsync(Guid document, CancellationToken cancellationToken)
    {
        await keys.NoteAsync(new Erasure("document", document, clock.GetUtcNow()), cancellationToken);
        await db.WriteAsync(
            () => db.KeyWraps.Where(w => w.DocumentId == document).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }

    /// <summary>A document for bulk making (the demo): its key rows and its sealer without a database round trip.</summary>
    public static NewDocument NewDocument(PersonId owner, Guid document, byte[] ownerKey, DateTimeOffset now) =>
        new(owner, document, ownerKey, now);

    internal static ISealer SealerFor(PersonId owner, Guid document, byte[] documentKey, byte[] ownerKey) =>
        new Sealer(owner.Value, document, TextKey(documentKey, ownerKey, document));

    internal static KeyWrap WrapFor(
        PersonId owner,
        PersonId reader,
        Guid document,
        byte[] documentKey,
        byte[] readerKey,
        DateTimeOffset now
    ) =>
        new()
        {
            DocumentId = document,
            ReaderId = reader.Value,
            OwnerId = owner.Value,
            Wrapped = KeyWrapping.Wrap(readerKey, documentKey, PurposeOf(document, reader.Value)),
            MadeAt = now,
        };

    private static byte[] TextKey(byte[] documentKey, byte[] ownerKey, Guid document) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            [.. documentKey, .. ownerKey],
            KeyLength,
            document.ToByteArray(bigEndian: true),
            TextPurpose
        );

    private static byte[] PurposeOf(Guid document, Guid reader) =>
        [.. document.ToByteArray(bigEndian: true), .. reader.ToByteArray(bigEndian: true)];

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

/// <summary>The keys that were taken out for one reader; opens the texts of those documents and no others.</summary>
public sealed class Unlocked(IReadOnlyDictionary<Guid, byte[]> textKeys)
{
    public static readonly Unlocked Empty = new(new Dictionary<Guid, byte[]>());

    public bool Opens(SealedText text) => textKeys.ContainsKey(text.Document);

    /// <exception cref="CryptographicException">The reader holds no key for it, or the bytes were changed or moved.</exception>
    public string Open(SealedText text)
    {
        if (!textKeys.TryGetValue(text.Document, out var key))
        {
            throw new CryptographicException("The reader holds no key for this text.");
        }

        var plain = new byte[text.Ciphertext.Length];
        using var aes = new AesGcm(key, SealedText.TagLength);
        aes.Decrypt(text.Nonce, text.Ciphertext, text.Tag, plain, text.Header);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>The text, or an empty string where there is none.</summary>
    public string OpenOrEmpty(SealedText? text) => text is null ? "" : Open(text);
}

/// <summary>A page asked to open sealed items in a session that may not; its folder should have been closed to it.</summary>
public sealed class SealedShutException() : Exception("This session may not open sealed items.");

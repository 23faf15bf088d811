using System.Buffers.Binary;
using System.Text;

namespace Fieldcraft.Domain.Shared;

/// <summary>
/// A private text as it is stored: encrypted, with what is needed to find its key (owner, document) and what it is bound to (field).
/// Only the vault opens it, and only for a reader who holds a wrap of the document's key. The domain never sees its plain text again.
/// </summary>
/// <remarks>Layout: version (1 byte) · owner (16) · document (16) · length of field (1) · field (ASCII) · nonce (12) · tag (16) · ciphertext.
/// Everything before the nonce is authenticated with the text.</remarks>
public sealed class SealedText : IEquatable<SealedText>
{
    public const byte LayoutVersion = 1;
    public const int NonceLength = 12;
    public const int TagLength = 16;
    private const int FixedHeaderLength = 1 + 16 + 16 + 1;
    private readonly byte[] _bytes;

    private SealedText(byte[] bytes) => _bytes = bytes;

    /// <summary>The person whose text it is; erasing that person's key makes it unreadable for everybody.</summary>
    public Guid Owner => new(_bytes.AsSpan(1, 16), bigEndian: true);

    /// <summary>The document (aggregate) whose key seals it.</summary>
    public Guid Document => new(_bytes.AsSpan(17, 16), bigEndian: true);

    public string Field => Encoding.ASCII.GetString(_bytes, FixedHeaderLength, _bytes[33]);

    public ReadOnlySpan<byte> Header => _bytes.AsSpan(0, FixedHeaderLength + _bytes[33]);

    public ReadOnlySpan<byte> Nonce => _bytes.AsSpan(Header.Length, NonceLength);

    public ReadOnlySpan<byte> Tag => _bytes.AsSpan(Header.Length + NonceLength, TagLength);

    public ReadOnlySpan<byte> Ciphertext => _bytes.AsSpan(Header.Length + NonceLength + TagLength);

    /// <summary>What is authenticated with the text and stored before it.</summary>
    public static byte[] HeaderOf(Guid owner, Guid document, string field)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(field.Length, byte.MaxValue);
        var header = new byte[FixedHeaderLength + field.Length];
        header[0] = LayoutVersion;
        owner.TryWriteBytes(header.AsSpan(1), bigEndian: true, out _);
        document.TryWriteBytes(header.AsSpan(17), bigEndian: true, out _);
        header[33] = (byte)field.Length;
        Encoding.ASCII.GetBytes(field, header.AsSpan(FixedHeaderLength));
        return header;
    }

    public static SealedText Of(ReadOnlySpan<byte> header, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> ciphertext)
    {
        var bytes = new byte[header.Length + nonce.Length + tag.Length + ciphertext.Length];
        header.CopyTo(bytes);
        nonce.CopyTo(bytes.AsSpan(header.Length));
        tag.CopyTo(bytes.AsSpan(header.Length + nonce.Length));
        ciphertext.CopyTo(bytes.AsSpan(header.Length + nonce.Length + tag.Length));
        return new SealedText(bytes);
    }

    /// <exception cref="FormatException">The bytes are not a sealed text of a known layout.</exception>
    public static SealedText FromBytes(byte[] bytes)
    {
        if (
            bytes.Length < FixedHeaderLength
            || bytes[0] != LayoutVersion
            || bytes.Length < FixedHeaderLength + bytes[33] + NonceLength + TagLength
        )
        {
            throw new FormatException("These bytes are not a sealed text.");
        }

        return new SealedText(bytes);
    }

    public byte[] ToBytes() => _bytes;

    public bool Equals(SealedText? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => Equals(obj as SealedText);

    // The nonce is random, so four bytes of it are a hash already.
    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(Nonce);

    public override string ToString() => $"sealed {Field}";
}

/// <summary>Seals texts of one document for its owner. Handed to the domain as the time is; it cannot open anything.</summary>
public interface ISealer
{
    SealedText Seal(string field, string text);
}

public static class SealerExtensions
{
    /// <summary>Seals a text, or gives null where there is none. Leading and trailing white space is not kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is longer than the field allows: forms and API refuse that before.</exception>
    public static SealedText? SealOptional(this ISealer sealer, string field, string? text, int maximumLength)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(trimmed.Length, maximumLength, field);
        return sealer.Seal(field, trimmed);
    }

    /// <summary>Seals a text that must be there.</summary>
    /// <exception cref="ArgumentException">The text is empty or too long: forms and API refuse that before.</exception>
    public static SealedText SealRequired(this ISealer sealer, string field, string? text, int maximumLength) =>
        sealer.SealOptional(field, text, maximumLength) ?? throw new ArgumentException("A text is needed.", field);
}

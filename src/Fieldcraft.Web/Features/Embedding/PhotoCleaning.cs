using System.Buffers.Binary;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>
/// Takes out of a photo what the camera wrote beside the picture: place, time, device, name, thumbnail. What is left is the picture, and for JPEG which side is
/// up. Only JPEG and PNG are read; anything else, and anything that is not what its first bytes say, is refused.
/// </summary>
internal static class PhotoCleaning
{
    public const int LargestBytes = 4 * 1024 * 1024;
    public const string Accepted = ".jpg,.jpeg,.png";
    private const ushort OrientationTag = 0x0112;

    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    // Without these a picture cannot be drawn, or would have the wrong colours.
    private static readonly string[] PngChunks = ["IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "cHRM", "IDAT", "IEND"];

    /// <summary>The cleaned picture and its media type; null when it is not a whole JPEG or PNG.</summary>
    public static (byte[] Bytes, string Type)? Clean(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(PngStart) && Png(bytes) is { } png ? (png, "image/png")
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && Jpeg(bytes) is { } jpeg ? (jpeg, "image/jpeg")
        : null;

    private static byte[]? Png(ReadOnlySpan<byte> bytes)
    {
        using var clean = new MemoryStream(bytes.Length);
        clean.Write(PngStart);
        for (var at = PngStart.Length; at + 12 <= bytes.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                return null;
            }

            var (size, name) = ((int)length + 12, System.Text.Encoding.Latin1.GetString(bytes.Slice(at + 4, 4)));
            if (PngChunks.Contains(name))
            {
                clean.Write(bytes.Slice(at, size));
            }

            if (name == "IEND")
            {
                return clean.ToArray();
            }

            at += size;
        }

        return null;
    }

    private static byte[]? Jpeg(ReadOnlySpan<byte> bytes)
    {
        using var clean = new MemoryStream(bytes.Length);
        clean.Write(bytes[..2]);
        var turned = Orientation(bytes);
        if (turned > 1)
        {
            clean.Write(OnlyOrientation(turned));
        }

        for (var at = 2; at + 4 <= bytes.Length; )
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var size = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) + 2;
            if (size < 4 || at + size > bytes.Length)
            {
                return null;
            }

            if (marker == 0xDA)
            {
                return WithPicture(clean, bytes, at);
            }

            if (IsDrawing(marker, bytes.Slice(at + 4, size - 4)))
            {
                clean.Write(bytes.Slice(at, size));
            }

            at += size;
        }

        return null;
    }

    // APP0 says how the picture is made, APP2 its colours and APP14 how they are mixed; the other APPs and comments say who, when and where.
    private static bool IsDrawing(byte marker, ReadOnlySpan<byte> content) =>
        marker switch
        {
            0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
            0xE0 => content.StartsWith("JFIF\0"u8),
            0xEE => content.StartsWith("Adobe"u8),
            >= 0xE1 and <= 0xEF or 0xFE => false,
            _ => true,
        };

    /// <summary>From the first scan to the end of the picture; what a camera hangs on behind it stays behind.</summary>
    private static byte[]? WithPicture(MemoryStream clean, ReadOnlySpan<byte> bytes, int scan)
    {
        for (var at = scan; at + 1 < bytes.Length; )
        {
            if (bytes[at] != 0xFF)
            {
                at++;
                continue;
            }

            var marker = bytes[at + 1];
            if (marker == 0xD9)
            {
                clean.Write(bytes[scan..(at + 2)]);
                return clean.ToArray();
            }

            if (marker is 0x00 or 0xFF or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            // Between the scans of a picture that comes in passes stand further parts, each with its length.
            if (at + 4 > bytes.Length)
            {
                return null;
            }

            at += BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) + 2;
        }

        return null;
    }

    /// <summary>1 to 8 as the camera noted it; 1 where nothing is noted.</summary>
    internal static int Orientation(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not (0xDA or 0xFF); )
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) + 2;
            if (size < 4 || at + size > bytes.Length)
            {
                return 1;
            }

            var content = bytes.Slice(at + 4, size - 4);
            if (bytes[at + 1] == 0xE1 && content.StartsWith("Exif\0\0"u8))
            {
                return InTiff(content[6..]);
            }

            at += size;
        }

        return 1;
    }

    private static int InTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }

        var little = tiff.StartsWith("II"u8);
        var first = Number(tiff, 4, 4, little);
        if (first > tiff.Length - 2)
        {
            return 1;
        }

        var count = Number(tiff, (int)first, 2, little);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)first + 2 + (i * 12);
            if (entry + 12 > tiff.Length)
            {
                return 1;
            }

            if (Number(tiff, entry, 2, little) == OrientationTag)
            {
                return Number(tiff, entry + 8, 2, little) is >= 1 and <= 8 and var turned ? (int)turned : 1;
            }
        }

        return 1;
    }

    private static uint Number(ReadOnlySpan<byte> tiff, int at, int size, bool little) =>
        (size, little) switch
        {
            (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]),
            (2, false) => BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]),
            (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]),
            _ => BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]),
        };

    /// <summary>An Exif part with one entry.</summary>
    private static byte[] OnlyOrientation(int turned) =>
        [
            0xFF,
            0xE1,
            0x00,
            0x22,
            .. "Exif\0\0MM"u8,
            0x00,
            0x2A,
            0x00,
            0x00,
            0x00,
            0x08,
            0x00,
            0x01,
            0x01,
            0x12,
            0x00,
            0x03,
            0x00,
            0x00,
            0x00,
            0x01,
            0x00,
            (byte)turned,
            0x00,
            0x00,
            0x00,
            0x00,
            0x00,
            0x00,
        ];
}

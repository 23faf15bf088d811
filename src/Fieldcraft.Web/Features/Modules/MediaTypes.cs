namespace Fieldcraft.Web.Features.Modules;

/// <summary>Which files can be shown here. The first bytes decide, not the name: a page that calls itself a film is none.</summary>
internal static class MediaTypes
{
    public const string Accepted = ".mp4,.m4a,.webm,.mp3,.ogg,.png,.jpg,.jpeg,.webp,.pdf";

    /// <summary>The type, or null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 12 ? null
        : bytes[4..8].SequenceEqual("ftyp"u8) ? (bytes[8..11].SequenceEqual("M4A"u8) ? "audio/mp4" : "video/mp4")
        : bytes[..4].SequenceEqual((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? "video/webm"
        : bytes[..4].SequenceEqual("OggS"u8) ? "audio/ogg"
        : bytes[..3].SequenceEqual("ID3"u8) || (bytes[0] == 0xFF && (bytes[1] & 0xE6) == 0xE2) ? "audio/mpeg"
        : bytes[..4].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "image/png"
        : bytes[..3].SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes[..4].SequenceEqual("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : bytes[..5].SequenceEqual("%PDF-"u8) ? "application/pdf"
        : null;

    /// <summary>A name without folders and with the ending of the type.</summary>
    public static string NameFor(string fileName, string type)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/').Split('/')[^1]);
        var safe = string.Concat(stem.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Trim();
        return $"{(safe.Length == 0 ? "file" : safe[..Math.Min(safe.Length, 80)])}.{EndingOf(type)}";
    }

    private static string EndingOf(string type) =>
        type switch
        {
            "audio/mpeg" => "mp3",
            "audio/mp4" => "m4a",
            "image/jpeg" => "jpg",
            _ => type.Split('/')[^1],
        };
}

using System.Buffers.Binary;
using System.Text;
using Fieldcraft.Web.Features.Embedding;

namespace Fieldcraft.Tests.Embedding;

public sealed class PhotoCleaningTests
{
    private const string Secret = "GPS 33.8688 S, Amira's phone";

    [Fact]
    public void What_the_camera_wrote_beside_the_picture_is_gone()
    {
        var cleaned = PhotoCleaning.Clean(Jpeg(orientation: 6))!.Value;

        cleaned.Type.ShouldBe("image/jpeg");
        Encoding.Latin1.GetString(cleaned.Bytes).ShouldNotContain("GPS");
        PhotoCleaning.Orientation(cleaned.Bytes).ShouldBe(6);
        cleaned.Bytes[^6..].ShouldBe([1, 2, 0xFF, 0x00, 0xFF, 0xD9]);
    }

    [Fact]
    public void Cleaning_a_clean_photo_changes_nothing()
    {
        var once = PhotoCleaning.Clean(Jpeg(orientation: 3))!.Value.Bytes;
        PhotoCleaning.Clean(once)!.Value.Bytes.ShouldBe(once);
    }

    [Fact]
    public void A_png_keeps_only_what_draws_it()
    {
        byte[] start = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        byte[] png =
        [
            .. start,
            .. Chunk("IHDR", new byte[13]),
            .. Chunk("tEXt", Encoding.Latin1.GetBytes(Secret)),
            .. Chunk("IDAT", [1, 2]),
            .. Chunk("IEND", []),
            .. Encoding.Latin1.GetBytes(Secret),
        ];

        var cleaned = PhotoCleaning.Clean(png)!.Value;

        cleaned.Type.ShouldBe("image/png");
        cleaned.Bytes.ShouldBe([.. start, .. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", [1, 2]), .. Chunk("IEND", [])]);
    }

    [Fact]
    public void What_is_no_whole_photo_is_refused()
    {
        PhotoCleaning.Clean("<svg onload=alert(1)>"u8).ShouldBeNull();
        PhotoCleaning.Clean([]).ShouldBeNull();
        PhotoCleaning.Clean("%PDF-1.7 and more"u8).ShouldBeNull();
        var jpeg = Jpeg(orientation: 1);
        for (var length = 0; length < jpeg.Length - Secret.Length; length++)
        {
            PhotoCleaning.Clean(jpeg.AsSpan(0, length)).ShouldBeNull($"{length} bytes");
        }
    }

    [Fact]
    public void Noise_never_breaks_it()
    {
        var random = new Random(11);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = Jpeg(orientation: (byte)random.Next(1, 9));
            for (var n = 0; n < 4; n++)
            {
                bytes[random.Next(3, bytes.Length)] = (byte)random.Next(256);
            }

            var cleaned = PhotoCleaning.Clean(bytes);
            (cleaned is null || cleaned.Value.Bytes.Length <= bytes.Length + 40).ShouldBeTrue();
        }
    }

    /// <summary>A JPEG as phones write it: how it is made, Exif with orientation and a secret, a comment, tables, one scan, and something behind the end.</summary>
    private static byte[] Jpeg(byte orientation) =>
        [
            0xFF,
            0xD8,
            .. Part(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. Part(
                0xE1,
                [
                    .. "Exif\0\0"u8,
                    .. "II"u8,
                    0x2A,
                    0,
                    8,
                    0,
                    0,
                    0,
                    1,
                    0,
                    0x12,
                    0x01,
                    3,
                    0,
                    1,
                    0,
                    0,
                    0,
                    orientation,
                    0,
                    0,
                    0,
                    .. Encoding.Latin1.GetBytes(Secret),
                ]
            ),
            .. Part(0xFE, Encoding.Latin1.GetBytes(Secret)),
            .. Part(0xDB, new byte[65]),
            .. Part(0xDA, [1, 1, 0, 0, 63, 0]),
            1,
            2,
            0xFF,
            0x00,
            0xFF,
            0xD9,
            .. Encoding.Latin1.GetBytes(Secret),
        ];

    private static byte[] Part(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.Latin1.GetBytes(name), .. content, 0, 0, 0, 0];
    }
}

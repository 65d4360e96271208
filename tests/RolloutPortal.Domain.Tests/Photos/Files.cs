using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace RolloutPortal.Domain.Tests.Photos;

/// <summary>Photos as cameras and programs write them, made by hand: the smallest that hold everything that must not stay.</summary>
internal static class Files
{
    public const string Secret = "GPS 55.6761 12.5683";

    /// <summary>A frame of this size with one scan, and around it all that cameras add.</summary>
    public static byte[] Jpeg(int width = 40, int height = 30, int orientation = 6, byte frame = 0xc0) =>
    [
        0xff, 0xd8,
        .. Segment(0xe0, [.. "JFIF\0"u8, 1, 2, 0, 0, 72, 0, 72, 0, 0]),
        .. Segment(0xe1, [.. "Exif\0\0"u8, .. Exif(orientation)]),
        .. Segment(0xe1, [.. Encoding.ASCII.GetBytes("http://ns.adobe.com/xap/1.0/\0" + Secret)]),
        .. Segment(0xe2, [.. Encoding.ASCII.GetBytes("ICC_PROFILE\0" + Secret)]),
        .. Segment(0xfe, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xdb, [0, .. new byte[64]]),
        .. Segment(frame, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xc4, [0, 1, .. new byte[15], 0]),
        0xff, 0xff,
        .. Segment(0xda, [1, 1, 0, 0, 63, 0])[1..],
        0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9,
        .. Encoding.ASCII.GetBytes(Secret),
    ];

    public static byte[] Png(uint width = 3, uint height = 2)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(new byte[2 * (1 + 9)]);
        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0" + Secret)), .. Chunk("tIME", new byte[7]),
            .. Chunk("iCCP", Encoding.ASCII.GetBytes(Secret)), .. Chunk("eXIf", Exif(8)), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("iTXt", Encoding.ASCII.GetBytes(Secret)),
            .. Chunk("IEND", []), .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    /// <summary>Lossless, 21 by 11, in an extended container with notes and a profile.</summary>
    public static byte[] WebP(bool isAnimated = false)
    {
        byte[] parts =
        [
            .. "WEBP"u8, .. Part("VP8X", [(byte)(isAnimated ? 0x2e : 0x2c), 0, 0, 0, 20, 0, 0, 10, 0, 0]), .. Part("ICCP", Encoding.ASCII.GetBytes(Secret)),
            .. Part("VP8L", [0x2f, 20, 0x80, 2, 0, 1, 2, 3]), .. Part("EXIF", Exif(3)), .. Part("XMP ", Encoding.ASCII.GetBytes(Secret)),
        ];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(parts.Length), .. parts, .. Encoding.ASCII.GetBytes(Secret)];
    }

    public static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    /// <summary>Little-endian, with a device, the orientation, and a place.</summary>
    private static byte[] Exif(int orientation) =>
    [
        .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x0f, 0x01, 2, 0, 4, 0, 0, 0, (byte)'G', (byte)'P', (byte)'S', 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret),
    ];

    private static byte[] Segment(byte marker, byte[] body) => [0xff, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Part(string name, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(name), .. BitConverter.GetBytes(body.Length), .. body, .. body.Length % 2 == 1 ? new byte[1] : []];

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        var ends = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(ends, (uint)body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(ends.AsSpan(4), Crc(named));
        return [.. ends[..4], .. named, .. ends[4..]];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}

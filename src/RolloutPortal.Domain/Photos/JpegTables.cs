using System.Buffers.Binary;

namespace RolloutPortal.Domain.Photos;

/// <summary>Whether the parts of a JPEG are as long as what they say they hold: nothing can travel in them unseen.</summary>
internal static class JpegTables
{
    /// <summary>Eight bits a sample, one to four components of three bytes each.</summary>
    public static bool IsFrame(ReadOnlySpan<byte> body) => body.Length >= 6 && body[0] == 8 && body[5] is >= 1 and <= 4 && body.Length == 6 + (3 * body[5]);

    public static int Height(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);

    public static int Width(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);

    public static bool IsScan(ReadOnlySpan<byte> body) => body.Length >= 6 && body[0] is >= 1 and <= 4 && body.Length == 4 + (2 * body[0]);

    /// <summary>Tables of 64 values, of one or two bytes each.</summary>
    public static bool IsQuantization(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            var length = (body[0] >> 4) switch { 0 => 65, 1 => 129, _ => int.MaxValue };
            if (body.Length < length) return false;
            body = body[length..];
        }

        return true;
    }

    /// <summary>Sixteen counts, then as many symbols.</summary>
    public static bool IsHuffman(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            if (body.Length < 17) return false;
            var symbols = 0;
            foreach (var count in body[1..17]) symbols += count;
            if (symbols > 256 || body.Length < 17 + symbols) return false;
            body = body[(17 + symbols)..];
        }

        return true;
    }
}

using System.Buffers.Binary;

namespace RolloutPortal.Domain.Photos;

/// <summary>PNG (ISO 15948): the header, the palette, transparency and the pixels are kept; texts, times, profiles and a second picture
/// (APNG) are not.</summary>
internal static class Png
{
    private const int Header = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1a, (byte)'\n'];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static CleanPhoto.Result Clean(ReadOnlySpan<byte> file)
    {
        var reader = new PhotoReader(file);
        reader.Take(Signature.Length);
        var (kept, orientation, hasPixels) = (new PhotoWriter(file.Length), Exif.Upright, false);
        ReadOnlySpan<byte> header = [];
        while (true)
        {
            var length = reader.Big32();
            var whole = reader.Rest;
            var name = reader.Take(4);
            var body = reader.Take(length);
            if (reader.Big32() != Crc(whole[..(4 + (int)length)])) return PhotoRefusals.Broken;
            if (header.IsEmpty != name.SequenceEqual("IHDR"u8)) return PhotoRefusals.Broken;

            if (name.SequenceEqual("IHDR"u8)) header = IsHeader(body) ? body : throw new EndOfPhotoException();
            else if (name.SequenceEqual("IEND"u8)) break;
            else if (name.SequenceEqual("eXIf"u8)) orientation = Exif.Read(body);
            else if (name.SequenceEqual("IDAT"u8)) hasPixels = true;
            else if (!IsPicture(name, body.Length))
            {
                // A chunk that a reader must know and we do not: it would not be the same picture without it.
                if (char.IsAsciiLetterUpper((char)name[0])) return PhotoRefusals.Unsupported;
                continue;
            }

            if (!name.SequenceEqual("eXIf"u8) && !name.SequenceEqual("IHDR"u8)) Put(kept, name, body);
        }

        if (!hasPixels) return PhotoRefusals.Broken;
        var clean = new PhotoWriter(file.Length).Put(Signature);
        Put(clean, "IHDR"u8, header);
        if (orientation != Exif.Upright) Put(clean, "eXIf"u8, Exif.Write(orientation));
        clean.Put(kept.Written);
        Put(clean, "IEND"u8, []);
        return CleanPhoto.Made("image/png", Side(header), Side(header[4..]), orientation, clean);
    }

    private static bool IsPicture(ReadOnlySpan<byte> name, int length) =>
        (name.SequenceEqual("PLTE"u8) && length is > 0 and <= 768 && length % 3 == 0) || (name.SequenceEqual("tRNS"u8) && length <= 256);

    private static bool IsHeader(ReadOnlySpan<byte> body) =>
        body.Length == Header && body[8] is 1 or 2 or 4 or 8 or 16 && body[9] is 0 or 2 or 3 or 4 or 6 && body[10] == 0 && body[11] == 0 && body[12] <= 1;

    private static int Side(ReadOnlySpan<byte> at) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(at), int.MaxValue);

    private static void Put(PhotoWriter to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        byte[] chunk = [.. name, .. body];
        to.Big32((uint)body.Length).Put(chunk).Big32(Crc(chunk));
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xedb88320 ^ (c >> 1) : c >> 1))];

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes) crc = Table[(crc ^ one) & 0xff] ^ (crc >> 8);
        return ~crc;
    }
}

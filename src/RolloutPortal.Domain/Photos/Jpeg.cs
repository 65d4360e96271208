namespace RolloutPortal.Domain.Photos;

/// <summary>JPEG (ITU-T T.81): the tables, the frame and the scans are kept, each checked to be as long as it says; of the application
/// segments only what colours need. Cameras put everything else there.</summary>
internal static class Jpeg
{
    private const int Start = 0xd8, End = 0xd9, Scan = 0xda, Tables = 0xdb, Huffman = 0xc4, Restart = 0xdd;
    private const int Jfif = 0xe0, Notes = 0xe1, Adobe = 0xee;

    public static bool Is(ReadOnlySpan<byte> file) => file is [0xff, Start, 0xff, ..];

    public static CleanPhoto.Result Clean(ReadOnlySpan<byte> file)
    {
        var reader = new PhotoReader(file);
        reader.Take(2);
        var (kept, orientation) = (new PhotoWriter(file.Length), Exif.Upright);
        (int Width, int Height)? frame = null;
        var (isAdobe, hasScan) = (false, false);
        while (Marker(ref reader) is var marker and not End)
        {
            if (IsBare(marker)) return PhotoRefusals.Broken;
            var body = reader.Take(reader.Big16() - 2);
            switch (marker)
            {
                case 0xc0 or 0xc1 or 0xc2 when frame is null && JpegTables.IsFrame(body):
                    frame = (JpegTables.Width(body), JpegTables.Height(body));
                    break;
                case Huffman when JpegTables.IsHuffman(body):
                case Tables when JpegTables.IsQuantization(body):
                case Restart when body.Length == 2:
                    break;
                case Scan when frame is not null && JpegTables.IsScan(body):
                    hasScan = true;
                    Put(kept, marker, body).Put(reader.Take(LengthOfScan(reader.Rest)));
                    continue;
                case Adobe when body.StartsWith("Adobe"u8) && body.Length >= 12:
                    if (!isAdobe) Put(kept, marker, body[..12]);
                    isAdobe = true;
                    continue;
                case Notes when body.StartsWith(Exif.Heading):
                    if (orientation == Exif.Upright) orientation = Exif.Read(body);
                    continue;
                case >= Jfif and <= 0xef or 0xfe:
                    continue;
                // Arithmetic coding, lossless and hierarchical ones: no browser shows them.
                case (>= 0xc3 and <= 0xcf) or 0xdc or 0xde or 0xdf:
                    return PhotoRefusals.Unsupported;
                default:
                    return PhotoRefusals.Broken;
            }

            Put(kept, marker, body);
        }

        if (frame is not { } size || !hasScan) return PhotoRefusals.Broken;
        var clean = new PhotoWriter(file.Length).Put([0xff, Start]);
        // Says that colours are told as JFIF does, as they are in whatever is not Adobe's.
        if (!isAdobe) Put(clean, Jfif, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (orientation != Exif.Upright) Put(clean, Notes, [.. Exif.Heading, .. Exif.Write(orientation)]);
        return CleanPhoto.Made("image/jpeg", size.Width, size.Height, orientation, clean.Put(kept.Written).Put([0xff, End]));
    }

    private static PhotoWriter Put(PhotoWriter to, int marker, ReadOnlySpan<byte> body) =>
        to.Put([0xff, (byte)marker]).Big16(body.Length + 2).Put(body);

    /// <summary>Any number of 0xff may stand before it.</summary>
    private static int Marker(ref PhotoReader reader)
    {
        if (reader.Byte() != 0xff) throw new EndOfPhotoException();
        int marker;
        do marker = reader.Byte();
        while (marker == 0xff);
        return marker;
    }

    /// <summary>Markers without a body have no place between segments.</summary>
    private static bool IsBare(int marker) => marker is 0 or 1 or (>= 0xd0 and <= Start);

    /// <summary>Up to the next marker that is neither a stuffed zero nor a restart.</summary>
    private static int LengthOfScan(ReadOnlySpan<byte> data)
    {
        for (var at = 0; at + 1 < data.Length; at++)
        {
            var next = data[at..].IndexOf((byte)0xff);
            if (next < 0 || at + next + 1 >= data.Length) break;
            at += next;
            if (data[at + 1] is not (0 or (>= 0xd0 and <= 0xd7))) return at;
        }

        throw new EndOfPhotoException();
    }
}

namespace RolloutPortal.Domain.Photos;

/// <summary>WebP (RFC 9649): a still picture and its transparency are kept; notes, profiles and what is behind the container are not.</summary>
internal static class WebP
{
    private const byte HasAlpha = 0x10;
    private const byte HasNotes = 0x08;
    private const byte IsAnimated = 0x02;

    public static bool Is(ReadOnlySpan<byte> file) => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);

    public static CleanPhoto.Result Clean(ReadOnlySpan<byte> file)
    {
        var whole = new PhotoReader(file);
        whole.Take(4);
        var reader = new PhotoReader(whole.Take(whole.Little32()));
        reader.Take(4);
        var (kept, orientation, alpha) = (new PhotoWriter(file.Length), Exif.Upright, false);
        (int Width, int Height)? size = null;
        while (reader.Left > 0)
        {
            var name = reader.Take(4);
            var length = reader.Little32();
            var body = reader.Take(length);
            if (length % 2 == 1 && reader.Left > 0) reader.Take(1);
            if (name.SequenceEqual("VP8X"u8) && body.Length >= 10 && (body[0] & IsAnimated) != 0) return PhotoRefusals.Unsupported;
            if (name.SequenceEqual("EXIF"u8)) orientation = Exif.Read(body);
            if (size is not null) continue;

            if (name.SequenceEqual("ALPH"u8)) alpha = true;
            else if (name.SequenceEqual("VP8 "u8)) size = Lossy(body);
            else if (name.SequenceEqual("VP8L"u8)) (size, alpha) = (Lossless(body), body.Length > 4 && (body[4] & 0x10) != 0);
            else continue;
            Put(kept, name, body);
        }

        if (size is not { Width: > 0, Height: > 0 } found) return PhotoRefusals.Broken;
        var parts = new PhotoWriter(file.Length).Put("WEBP"u8);
        var isTurned = orientation != Exif.Upright;
        if (alpha || isTurned) Put(parts, "VP8X"u8, [(byte)((alpha ? HasAlpha : 0) | (isTurned ? HasNotes : 0)), 0, 0, 0, .. Three(found.Width - 1), .. Three(found.Height - 1)]);
        parts.Put(kept.Written);
        if (isTurned) Put(parts, "EXIF"u8, Exif.Write(orientation));
        var bytes = parts.ToArray();
        return CleanPhoto.Made("image/webp", found.Width, found.Height, orientation, new PhotoWriter(bytes.Length + 8).Put("RIFF"u8).Little32((uint)bytes.Length).Put(bytes));
    }

    private static (int, int)? Lossy(ReadOnlySpan<byte> body) =>
        body.Length >= 10 && (body[0] & 1) == 0 && body[3..6].SequenceEqual<byte>([0x9d, 0x01, 0x2a])
            ? ((body[6] | (body[7] << 8)) & 0x3fff, (body[8] | (body[9] << 8)) & 0x3fff)
            : null;

    private static (int, int)? Lossless(ReadOnlySpan<byte> body)
    {
        if (body.Length < 5 || body[0] != 0x2f) return null;
        var bits = body[1] | (body[2] << 8) | (body[3] << 16) | (body[4] << 24);
        return ((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static void Put(PhotoWriter to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        to.Put(name).Little32((uint)body.Length).Put(body);
        if (body.Length % 2 == 1) to.Put([0]);
    }
}

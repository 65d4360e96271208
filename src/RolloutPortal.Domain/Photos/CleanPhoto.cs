namespace RolloutPortal.Domain.Photos;

/// <summary>A photo with nothing in it but the picture, and which way up it is.</summary>
/// <param name="Type">As in <c>Content-Type</c>.</param>
/// <param name="Width">As it is shown: turned where its orientation says so.</param>
public sealed record CleanPhoto(string Type, int Width, int Height, byte[] Bytes)
{
    /// <summary>Reads a file by its content and writes it again with what a picture needs and nothing else: no place, device, time,
    /// comment, thumbnail or colour profile, nothing behind its end.</summary>
    /// <remarks>Only headers are read; pixels are the browser's to decode. Never throws, whatever comes.</remarks>
    public static Result Of(ReadOnlySpan<byte> file, int mostBytes = PhotoRules.MostBytes)
    {
        if (file.Length > mostBytes) return new Result(null, new Refusal(PhotoRefusals.TooBig, PhotoRules.MostBytes / 1024 / 1024));
        try
        {
            return Jpeg.Is(file) ? Jpeg.Clean(file) : Png.Is(file) ? Png.Clean(file) : WebP.Is(file) ? WebP.Clean(file) : PhotoRefusals.Unsupported;
        }
        catch (EndOfPhotoException)
        {
            return PhotoRefusals.Broken;
        }
    }

    internal static Result Made(string type, int width, int height, int orientation, PhotoWriter bytes)
    {
        if (width < 1 || height < 1) return PhotoRefusals.Broken;
        if (width > PhotoRules.LongestSide || height > PhotoRules.LongestSide || (long)width * height > PhotoRules.MostPixels) return PhotoRefusals.TooManyPixels;
        var isTurned = orientation >= 5;
        return new Result(new CleanPhoto(type, isTurned ? height : width, isTurned ? width : height, bytes.ToArray()), Refusal: null);
    }

    /// <summary>One or the other.</summary>
    public sealed record Result(CleanPhoto? Photo, Refusal? Refusal)
    {
        public static implicit operator Result(string refusal) => new(null, new Refusal(refusal));
    }
}

namespace RolloutPortal.Domain.Photos;

/// <summary>How many photos, how big (decisions.md 24; the numbers are ours: enough for a screen's text to be read, little enough for 7,500 people).</summary>
public static class PhotoRules
{
    /// <summary>In one form.</summary>
    public const int MostAtOnce = 4;

    /// <summary>Standing on one ticket; removed ones are not counted.</summary>
    public const int MostOnATicket = 8;

    /// <summary>Bytes of one. A browser with JavaScript sends a tenth of that; without it the camera's own file comes.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Bytes of the small version that a browser made.</summary>
    public const int MostSmallBytes = 64 * 1024;

    /// <summary>Pixels: what a camera takes. A file of a few bytes can claim billions, and a reader's phone would make room for them.</summary>
    public const int MostPixels = 50_000_000;

    /// <summary>Pixels along a side.</summary>
    public const int LongestSide = 16_000;

    /// <summary>Pixels along a side of the small version.</summary>
    public const int LongestSmallSide = 400;
}

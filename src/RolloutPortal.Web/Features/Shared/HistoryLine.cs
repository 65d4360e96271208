namespace RolloutPortal.Web.Features.Shared;

/// <summary>One thing that happened, told to a reader: what, who, when, and the words that went with it.</summary>
/// <param name="Version">Of the last event that it tells of.</param>
/// <param name="Details">Names that would make the line too long.</param>
/// <param name="Written">What the person wrote; null when nothing was to be written.</param>
public sealed record HistoryLine(long Version, DateTimeOffset At, string Who, string What, string? Details, string? Written, string? Tone)
{
    /// <summary>Where what was written is deleted for good; null: nothing stands there, or not by this reader.</summary>
    public string? Redaction { get; init; }

    /// <summary>In the whole log: what orders lines of several streams, also those of one moment.</summary>
    public long Position { get; init; }
}

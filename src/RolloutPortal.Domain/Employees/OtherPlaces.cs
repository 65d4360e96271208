namespace RolloutPortal.Domain.Employees;

/// <summary>What becomes of the places that somebody has and a file does not name, where a line begins another in their midst.</summary>
/// <remarks>A missing row closes nothing, and overlapping periods elsewhere are allowed (importing.md), so a file alone never says that
/// somebody moved: whoever imports it does, once for the file. Stored by name.</remarks>
public enum OtherPlaces
{
    /// <summary>They go on beside the new one: part-time at two places, or in two roles.</summary>
    Kept,

    /// <summary>The person moved, or has another role: they end on the day before the new one begins.</summary>
    Left,
}

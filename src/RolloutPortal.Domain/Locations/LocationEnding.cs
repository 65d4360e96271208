namespace RolloutPortal.Domain.Locations;

/// <summary>How a location came to an end. Stored by name.</summary>
public enum LocationEnding
{
    Closed,

    /// <summary>Several others stand in its place.</summary>
    Split,

    /// <summary>It is a part of another.</summary>
    Merged,

    /// <summary>It was planned and never came.</summary>
    Withdrawn,
}

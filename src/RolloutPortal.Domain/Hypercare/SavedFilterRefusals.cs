namespace RolloutPortal.Domain.Hypercare;

/// <summary>Why a filter cannot be kept so.</summary>
public static class SavedFilterRefusals
{
    public const string NotFound = "filter.not-found";

    /// <summary>{0}: the most that one person keeps in a programme.</summary>
    public const string TooMany = "filter.too-many";

    /// <summary>{0}: the name.</summary>
    public const string NameTaken = "filter.name-taken";
}

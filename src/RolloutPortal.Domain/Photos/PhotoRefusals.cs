namespace RolloutPortal.Domain.Photos;

/// <summary>Why a photo is not kept.</summary>
public static class PhotoRefusals
{
    /// <summary>Neither JPEG, PNG nor WebP, whatever it is called; or one of those in a form that browsers do not show.</summary>
    public const string Unsupported = "photo.unsupported";

    /// <summary>It ends early, or is not what it says.</summary>
    public const string Broken = "photo.broken";

    /// <summary>{0}: megabytes allowed.</summary>
    public const string TooBig = "photo.too-big";

    /// <summary>More pixels than a camera takes.</summary>
    public const string TooManyPixels = "photo.too-many-pixels";

    /// <summary>{0}: how many a ticket may have.</summary>
    public const string TooMany = "photo.too-many";

    /// <summary>{0}: how many one form may bring.</summary>
    public const string TooManyAtOnce = "photo.too-many-at-once";

    public const string NotFound = "photo.not-found";

    /// <summary>It was not said that no citizen can be seen.</summary>
    public const string CitizenNotExcluded = "photo.citizen-not-excluded";
}

namespace RolloutPortal.Domain;

/// <summary>Why nothing was decided, whatever it was about.</summary>
public static class CommonRefusals
{
    /// <summary>Somebody else changed it while its user looked at it.</summary>
    public const string Stale = "form.stale";

    public const string IdMissing = "id.missing";

    /// <summary>Something else has the id.</summary>
    public const string IdTaken = "id.taken";

    /// <summary>Another text has the id, or had it.</summary>
    public const string TextTaken = "text.taken";

    /// <summary>It is a text of something else, or of nothing.</summary>
    public const string TextNotFound = "text.not-found";

    /// <summary>{0}: how many characters are allowed.</summary>
    public const string TextTooLong = "text.too-long";
}

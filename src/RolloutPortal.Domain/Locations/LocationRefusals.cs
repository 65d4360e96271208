namespace RolloutPortal.Domain.Locations;

/// <summary>Why a location cannot be so.</summary>
public static class LocationRefusals
{
    public const string NotFound = "location.not-found";

    public const string AlreadyOpened = "location.already-opened";

    /// <summary>A field that is due and that a file leaves empty.</summary>
    public const string FieldMissing = "location.field-missing";

    public const string CodeMissing = "location.code-missing";

    /// <summary>{0}: how many characters are allowed.</summary>
    public const string CodeTooLong = "location.code-too-long";

    /// <summary>White space or invisible characters in it.</summary>
    public const string CodeUnsuitable = "location.code-unsuitable";

    /// <summary>{0}: the code.</summary>
    public const string CodeTaken = "location.code-taken";

    /// <summary>{0}: the most users allowed.</summary>
    public const string UsersOutOfRange = "location.users-out-of-range";

    /// <summary>{0}: the part that cannot be read.</summary>
    public const string OpeningHoursUnreadable = "location.opening-hours-unreadable";

    public const string UnknownTimeZone = "location.unknown-time-zone";

    /// <summary>{0}, {1}: the first and the last day allowed.</summary>
    public const string FromOutOfRange = "location.from-out-of-range";

    /// <summary>{0}: the first day without it.</summary>
    public const string Closed = "location.closed";

    /// <summary>{0}: its first day.</summary>
    public const string ClosedBeforeOpened = "location.closed-before-opened";

    /// <summary>{0}: the day of the last change.</summary>
    public const string ChangesLater = "location.changes-later";

    public const string SplitIntoTooFew = "location.split-into-too-few";

    public const string MergeIntoItself = "location.merge-into-itself";

    /// <summary>{0}: the day it came into force.</summary>
    public const string InForce = "location.in-force";

    /// <summary>{0}: the area; {1}: the first day without it.</summary>
    public const string AreaClosed = "location.area-closed";

    /// <summary>{0}: the provider; {1}: the first day without it.</summary>
    public const string ProviderClosed = "location.provider-closed";

    /// <summary>It would stand in an area, or be run by a provider, that is not there then; said where nobody knows which.</summary>
    public const string InClosedPart = "location.in-closed-part";

    /// <summary>It is planned to stand in the place of another. {0}: the other's code.</summary>
    public const string Succeeds = "location.succeeds";

    /// <summary>Undoing it changes locations that are not this viewer's to plan.</summary>
    public const string OthersInvolved = "location.others-involved";
}

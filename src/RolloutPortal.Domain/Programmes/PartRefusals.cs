namespace RolloutPortal.Domain.Programmes;

/// <summary>Why an area or a provider cannot be so on a day.</summary>
public static class PartRefusals
{
    /// <summary>{0}: the first day without it.</summary>
    public const string Closed = "part.closed";

    /// <summary>{0}: the day of its last change of name.</summary>
    public const string ChangesLater = "part.changes-later";

    /// <summary>{0}, {1}: the first and the last day allowed.</summary>
    public const string FromOutOfRange = "part.from-out-of-range";

    /// <summary>Locations stand in it from that day. {0}: how many.</summary>
    public const string InUse = "part.in-use";

    /// <summary>{0}: the name that a file gives; {1}: what it is called on the day of the row.</summary>
    public const string CalledOtherwise = "part.called-otherwise";
}

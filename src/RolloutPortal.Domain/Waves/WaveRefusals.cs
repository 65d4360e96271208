namespace RolloutPortal.Domain.Waves;

/// <summary>Why a wave cannot be so. Days stand as whole local days.</summary>
public static class WaveRefusals
{
    public const string NotFound = "wave.not-found";

    public const string AlreadyCreated = "wave.already-created";

    /// <summary>{0}: the number.</summary>
    public const string NumberTaken = "wave.number-taken";

    /// <summary>{0}: the name.</summary>
    public const string NameTaken = "wave.name-taken";

    /// <summary>{0}: the highest number allowed.</summary>
    public const string NumberOutOfRange = "wave.number-out-of-range";

    public const string Cancelled = "wave.cancelled";

    /// <summary>{0}: the day it was closed.</summary>
    public const string Closed = "wave.closed";

    public const string ReasonMissing = "wave.reason-missing";

    /// <summary>{0}, {1}: the first and the last day allowed.</summary>
    public const string DayOutOfRange = "wave.day-out-of-range";

    /// <summary>{0}: the most weeks allowed.</summary>
    public const string HypercareWeeksOutOfRange = "wave.hypercare-weeks-out-of-range";

    public const string NotScheduled = "wave.not-scheduled";

    /// <summary>{0}: the go-live day.</summary>
    public const string AlreadyScheduled = "wave.already-scheduled";

    public const string AlreadyLive = "wave.already-live";

    public const string NotLive = "wave.not-live";

    public const string NoLocations = "wave.no-locations";

    /// <summary>{0}: the location. {1}: the wave that has it.</summary>
    public const string LocationTaken = "wave.location-taken";

    public const string LocationNotAssigned = "wave.location-not-assigned";

    /// <summary>{0}: the day it went live.</summary>
    public const string LocationLive = "wave.location-live";

    /// <summary>{0}: how many.</summary>
    public const string LocationsNotLive = "wave.locations-not-live";

    public const string GoLiveInFuture = "wave.go-live-in-future";

    /// <summary>{0}: the first day on which the locations are there.</summary>
    public const string GoLiveBeforeLocation = "wave.go-live-before-location";

    /// <summary>{0}: the first day without hypercare.</summary>
    public const string HypercareClosed = "wave.hypercare-closed";

    /// <summary>{0}: the day the last location went live.</summary>
    public const string HypercareBeforeGoLive = "wave.hypercare-before-go-live";

    /// <summary>{0}: the first day without hypercare.</summary>
    public const string HypercareNotOver = "wave.hypercare-not-over";

    public const string CloseInFuture = "wave.close-in-future";

    /// <summary>{0}: the most that a move may cost.</summary>
    public const string CostOutOfRange = "wave.cost-out-of-range";

    /// <summary>{0}: the day for which it is planned.</summary>
    public const string AnnouncedAnother = "wave.announced-another";
}

namespace RolloutPortal.Domain.Calendar;

/// <summary>Whole local days that a rollout can be about.</summary>
public static class Days
{
    public static DateOnly Earliest { get; } = new(1900, 1, 1);

    public static DateOnly Latest { get; } = new(2199, 12, 31);

    /// <summary>Beyond these a typed year is a slip of the finger, and arithmetic on weeks would leave the calendar.</summary>
    public static bool Hold(DateOnly day) => Earliest <= day && day <= Latest;
}

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>The time of a story while it is told: each deed happens at its own moment, the log is written at the latest of those told so far.</summary>
public sealed class SceneTime : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Moment = new();
    private long latest = DateTimeOffset.UnixEpoch.UtcTicks;

    /// <summary>What the log's writer sees, which works for several deeds at once.</summary>
    public DateTimeOffset Latest
    {
        get => new(Interlocked.Read(ref latest), TimeSpan.Zero);
        set => Interlocked.Exchange(ref latest, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Moment.Value ?? Latest;

    /// <summary>Everything in this flow happens at that moment.</summary>
    public static void StandAt(DateTimeOffset at) => Moment.Value = at;
}

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>The time of a story while it is told: each deed happens at its own moment.</summary>
public sealed class SceneTime : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Moment = new();
    private long latest = DateTimeOffset.UnixEpoch.UtcTicks;

    /// <summary>Outside a deed: the moment of the last one.</summary>
    public DateTimeOffset Latest => new(Interlocked.Read(ref latest), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Moment.Value ?? Latest;

    /// <summary>Everything in this flow happens at that moment.</summary>
    public void StandAt(DateTimeOffset at)
    {
        Moment.Value = at;
        Interlocked.Exchange(ref latest, at.UtcTicks);
    }
}

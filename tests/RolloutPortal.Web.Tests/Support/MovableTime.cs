namespace RolloutPortal.Web.Tests.Support;

/// <summary>The machine's time, which a test moves on instead of waiting.</summary>
public sealed class MovableTime : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Pass(TimeSpan time) => ahead += time;
}

namespace RolloutPortal.Web.Tests.Support;

/// <summary>The machine's time, which a test moves on instead of waiting, and stops where a moment more would matter.</summary>
public sealed class MovableTime : TimeProvider
{
    private TimeSpan ahead;
    private DateTimeOffset? stopped;

    public override DateTimeOffset GetUtcNow() => (stopped ?? base.GetUtcNow()) + ahead;

    public void Pass(TimeSpan time) => ahead += time;

    /// <summary>From now on only the test moves it.</summary>
    /// <param name="at">Null: where it is.</param>
    public void Stop(DateTimeOffset? at = null) => (stopped, ahead) = (at ?? GetUtcNow(), TimeSpan.Zero);
}

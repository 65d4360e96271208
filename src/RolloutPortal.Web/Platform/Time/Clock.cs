namespace RolloutPortal.Web.Platform.Time;

/// <summary>The portal's clock: what day it is, deadlines, the time of an event. On a demo it stands on another day, and runs.</summary>
/// <remarks>Cookies, keys, lockout, rate limits and timeouts run on machine time instead (decisions.md 11); hence a type of its
/// own, never registered as <em>the</em> <see cref="TimeProvider"/>.</remarks>
public sealed class Clock(TimeProvider machine)
{
    private long offsetTicks;

    /// <summary>How far the portal's time is ahead of the machine's.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    /// <summary>An instant of the machine (a session, a link that runs out) among the portal's days.</summary>
    public DateTimeOffset OfMachine(DateTimeOffset at) => at + Offset;

    /// <summary>UTC, cut to milliseconds: PostgreSQL keeps microseconds and .NET a tenth of one, and a row must equal its fold.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var ticks = machine.GetUtcNow().UtcTicks + Offset.Ticks;
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    /// <summary>The calendar day somewhere, which may not be the server's.</summary>
    public DateOnly Today(string timeZone) => DateOnly.FromDateTime(Zones.ToLocal(Now, timeZone).DateTime);

    /// <summary>From now on it is this instant, and time runs on from there.</summary>
    public void SetTo(DateTimeOffset instant) => Offset = instant - machine.GetUtcNow();
}

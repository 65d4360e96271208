using System.Globalization;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Time;

/// <summary>The clock's offset in the database: shared by all processes, continued after a restart (decisions.md 11).</summary>
public sealed class ClockSetting(NpgsqlDataSource source, Clock clock)
{
    private const string Offset = "clock.offset-ticks";
    private const string Configured = "clock.configured";

    /// <summary>Takes the stored offset; a configured instant that was not there at the last start sets the clock anew.</summary>
    public async Task Restore(DateTimeOffset? configured, CancellationToken ct = default)
    {
        var settings = new Settings(source);
        var wanted = configured?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        if (wanted is not null && wanted != await settings.Get(Configured, ct))
        {
            clock.SetTo(configured!.Value);
            await settings.Set(Configured, wanted, ct);
            await Save(ct);
            return;
        }

        await Follow(ct);
    }

    /// <summary>At work the portal's day is the machine's: a clock that was set for a trial stands only as long as its setting does, and is
    /// told at each start. A demo, and whoever develops, may keep another day.</summary>
    /// <param name="configured">Null: nothing is set, or not any more.</param>
    public async Task Settle(DateTimeOffset? configured, ILogger log, CancellationToken ct = default)
    {
        if (clock.Offset == TimeSpan.Zero) return;
        if (configured is not null)
        {
            log.LogWarning("The portal's clock is not the machine's: by Portal__Clock it is {Now:u}. Take the setting away and start again to go by the machine", clock.Now.UtcDateTime);
            return;
        }

        log.LogWarning("The portal's clock stood at {Then:u} by a Portal__Clock that is no longer set; it goes by the machine again", clock.Now.UtcDateTime);
        clock.Offset = TimeSpan.Zero;
        // Written and not deleted, so that other nodes follow; set once more, the same instant counts again.
        await Save(ct);
        await source.Execute("delete from setting where name = $1", ct, Configured);
    }

    /// <summary>Takes the stored offset, which another process may have changed; without one the clock stays as it is.</summary>
    public async Task Follow(CancellationToken ct = default)
    {
        if (await new Settings(source).Get(Offset, ct) is { } stored) clock.Offset = new TimeSpan(long.Parse(stored, CultureInfo.InvariantCulture));
    }

    public Task Save(CancellationToken ct = default) =>
        new Settings(source).Set(Offset, clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture), ct);
}

using System.Globalization;
using Npgsql;
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

    /// <summary>Takes the stored offset, which another process may have changed; without one the clock stays as it is.</summary>
    public async Task Follow(CancellationToken ct = default)
    {
        if (await new Settings(source).Get(Offset, ct) is { } stored) clock.Offset = new TimeSpan(long.Parse(stored, CultureInfo.InvariantCulture));
    }

    public Task Save(CancellationToken ct = default) =>
        new Settings(source).Set(Offset, clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture), ct);
}

using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>What a database holds, as far as scenarios are concerned.</summary>
/// <param name="Loaded">The scenario that was loaded to its end.</param>
/// <param name="Loading">The scenario whose loading has begun and not ended.</param>
public sealed record SeedState(bool IsEmpty, string? Loaded, string? Loading)
{
    private const string LoadingSetting = "demo.loading";

    public static async Task<SeedState> Of(PortalDatabase database, CancellationToken ct)
    {
        var settings = new Settings(database.Source);
        var isEmpty = await database.Source.Scalar<bool>("select not exists (select from mt_events) and not exists (select from account)", ct);
        return new(isEmpty, await settings.Get(Settings.DemoScenario, ct), await settings.Get(LoadingSetting, ct));
    }

    /// <returns>False when there is nothing to do: it was loaded to its end.</returns>
    /// <exception cref="SeedRefusedException">There is something else in the database.</exception>
    public static async Task<bool> Begin(PortalDatabase database, string name, CancellationToken ct)
    {
        var state = await Of(database, ct);
        if (state.Loaded == name) return false;
        if (state.Loading == name) return true;
        if (!state.IsEmpty) throw new SeedRefusedException($"This database is not empty, and it is not the demo '{name}': nothing was loaded.");
        await new Settings(database.Source).Set(LoadingSetting, name, ct);
        return true;
    }

    /// <summary>The clock first: a portal that finds a demo finds its morning too.</summary>
    /// <param name="morning">Where the clock is set; null: it stays as it is.</param>
    public static async Task End(PortalDatabase database, string name, DateTimeOffset? morning, TimeProvider machine, CancellationToken ct)
    {
        if (morning is { } instant)
        {
            var clock = new Clock(machine);
            clock.SetTo(instant);
            await new ClockSetting(database.Source, clock).Save(ct);
        }

        await new Settings(database.Source).Set(Settings.DemoScenario, name, ct);
        await database.Source.Execute("delete from setting where name = $1", ct, LoadingSetting);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Web.Platform.Time;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>The first of January 2058: those born in 2057 are there, and nobody has their numbers yet.</summary>
internal static class FarAhead
{
    public static DateOnly Day { get; } = new(2058, 1, 1);

    public static async Task Go(Portal portal)
    {
        var clock = portal.Services.GetRequiredService<Clock>();
        clock.SetTo(new DateTimeOffset(2058, 1, 1, 8, 0, 0, TimeSpan.Zero));
        // Stored as well: every few seconds a process takes up what another may have set.
        await new ClockSetting(portal.Services.GetRequiredService<NpgsqlDataSource>(), clock).Save(TestContext.Current.CancellationToken);
    }
}

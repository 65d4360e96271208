using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Tests.Support;

/// <summary>Another moment, for a portal that runs.</summary>
public static class Moments
{
    /// <summary>Sets the portal's clock, for every process on its database.</summary>
    /// <param name="instant">ISO 8601.</param>
    public static async Task SetClock(this Portal portal, string instant)
    {
        var clock = portal.Services.GetRequiredService<Clock>();
        clock.SetTo(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        await new ClockSetting(portal.Services.GetRequiredService<NpgsqlDataSource>(), clock).Save(TestContext.Current.CancellationToken);
    }
}

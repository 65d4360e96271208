using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Time;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform;

/// <summary>A clock that was set for a trial, and what becomes of it.</summary>
public sealed class SettingTheClock(Server server) : OnOneDatabase(server)
{
    private static readonly (string, string) Unset = ("Portal:Clock", "");

    [Fact]
    public async Task At_work_it_goes_by_the_machine_again_when_the_setting_is_taken_away()
    {
        Assert.NotEqual(TimeSpan.Zero, OffsetOf(Node("Production")));

        var after = Node("Production", Unset);

        Assert.Equal(TimeSpan.Zero, OffsetOf(after));
        // Other nodes follow what stands there.
        Assert.Equal("0", await new Settings(after.Services.GetRequiredService<NpgsqlDataSource>()).Get("clock.offset-ticks"));
        // Set once more, the same instant counts again.
        Assert.NotEqual(TimeSpan.Zero, OffsetOf(Node("Production")));
    }

    [Fact]
    public void Whoever_develops_keeps_another_day()
    {
        var before = OffsetOf(Node());

        Assert.Equal(before, OffsetOf(Node(settings: Unset)));
    }

    [Fact]
    public async Task A_demo_keeps_its_morning()
    {
        var first = Node("Production");
        var before = OffsetOf(first);
        await new Settings(first.Services.GetRequiredService<NpgsqlDataSource>()).Set(Settings.DemoScenario, "domus");

        Assert.Equal(before, OffsetOf(Node("Production", Unset)));
    }

    /// <summary>Danish has dots in its times, and what reads the log knows none.</summary>
    [Theory, InlineData("da-DK"), InlineData("sv-SE"), InlineData("en-GB")]
    public void The_log_writes_instants_alike_in_every_culture(string culture) => Assert.Equal(
        "2026-11-22T14:45:59.154Z",
        new DateTimeOffset(2026, 11, 22, 14, 45, 59, 154, TimeSpan.Zero).ToString(PortalLogging.Instant, CultureInfo.GetCultureInfo(culture)));

    private static TimeSpan OffsetOf(PortalFactory node) => node.Services.GetRequiredService<Clock>().Offset;
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Features.Locations.Acts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Waves;

/// <summary>A location that is to be split has its place in a wave once: before the day itself, from then on those that it was split into.</summary>
public sealed class SplittingInAWave(Server server) : IAsyncLifetime
{
    private readonly Portal portal = new(server);

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_wave_that_is_live_counts_whoever_is_there_today()
    {
        await Split(portal.Rollout.NorthA, new(2022, 3, 1));
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = $"/waves/{portal.Rollout.Wave1}";
        var before = (await planner.Get(wave)).Words;

        Assert.Contains("fra 1. mar. 2022", before, StringComparison.Ordinal);
        Assert.Contains("lukker 1. mar. 2022", before, StringComparison.Ordinal);
        Assert.Contains("2 lokationer overtager en plads", before, StringComparison.Ordinal);
        var counted = await Counted(planner, portal.Rollout.Wave1);

        await portal.SetClock("2022-03-01T08:00:00Z");
        Assert.Equal((counted.Locations + 1, counted.Users), await Counted(planner, portal.Rollout.Wave1));
    }

    [Fact]
    public async Task A_wave_that_is_planned_counts_whoever_is_there_when_it_goes_live()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var before = await Counted(planner, portal.Rollout.Wave2);
        await Split(portal.Rollout.NorthB, SmallRollout.GoesLive.AddDays(-7));

        Assert.Equal((before.Locations + 1, before.Users), await Counted(planner, portal.Rollout.Wave2));
    }

    private async Task Split(Guid location, DateOnly day)
    {
        var known = await portal.Services.GetRequiredService<Ledger>().Load<Location, LocationEvent>(location);
        var described = known.State.History!.On(day);
        OpenLocation[] into =
        [
            new(Guid.CreateVersion7(), portal.Rollout.Programme, "D-1", described with { Name = "Første del", Users = 1 }, day),
            new(Guid.CreateVersion7(), portal.Rollout.Programme, "D-2", described with { Name = "Anden del", Users = described.Users - 1 }, day),
        ];
        using var scope = portal.Services.CreateScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<LocationActs>().Split(location, into, day, known.Version));
    }

    private async Task<(int Locations, int Users)> Counted(Browser planner, Guid wave)
    {
        var row = (await planner.Get($"/programmes/{portal.Rollout.Programme}/waves")).Html.QuerySelector($"#wave-{wave}")!;
        int Number(string label) => int.Parse(row.QuerySelector($"td[data-label='{label}']")!.TextContent, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("da"));
        return (Number("Lokationer"), Number("Brugere"));
    }
}

using Microsoft.Playwright;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>What holds for every page: no barrier that axe finds, nothing wider than the window, no complaint of console or policy.</summary>
public class EveryPage(LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task Is_without_barriers_in_light_and_dark_at_a_desk()
    {
        await using var person = await portal.AtDesk(Everything);
        Assert.Equal("", string.Join("\n", await Faults(person, ColorScheme.Light)));
        Assert.Equal("", string.Join("\n", await Faults(person, ColorScheme.Dark)));
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Fits_a_phone_of_320_pixels()
    {
        await using var person = await portal.OnPhone(Everything);
        await person.Page.SetViewportSizeAsync(320, 640);
        Assert.Equal("", string.Join("\n", await Faults(person, ColorScheme.Light)));
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1366, 768)]
    public async Task The_wall_stands_on_one_screen(int width, int height)
    {
        await using var person = await portal.AtDesk(Everything);
        await person.Page.SetViewportSizeAsync(width, height);
        foreach (var address in new[] { $"/programmes/{portal.Rollout.Programme}", $"/areas/{portal.Rollout.North}", $"/locations/{portal.Rollout.NorthA}" })
        {
            await person.GoTo(address + "/hypercare?wall=1");
            Assert.True(await person.Page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.wall-head *, #board *')].every(one => one.getBoundingClientRect().bottom <= innerHeight + 1)"), address);
        }
    }

    private Grant[] Everything =>
        [new(Role.RolloutManager, ScopeKind.Programme, portal.Rollout.Programme), new(Role.Administrator, ScopeKind.Portal, null)];

    private async Task<IReadOnlyList<string>> Faults(Person person, ColorScheme scheme)
    {
        await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var faults = new List<string>();
        foreach (var address in Addresses())
        {
            await person.GoTo(address);
            faults.AddRange(await person.Barriers());
            if (await person.ScrollsSideways()) faults.Add($"{address}: wider than the window");
        }

        return faults;
    }

    private IEnumerable<string> Addresses()
    {
        var rollout = portal.Rollout;
        return
        [
            "/help", "/claim-rules", "/access-log", "/me", "/me/password", "/my",
            $"/programmes/{rollout.Programme}/rollout", $"/programmes/{rollout.Programme}/rollout?by=area",
            $"/programmes/{rollout.Programme}/waves", $"/waves/{rollout.Wave1}", $"/waves/{rollout.Wave2}",
            $"/programmes/{rollout.Programme}/locations", $"/locations/{rollout.NorthA}", $"/locations/{rollout.SouthB}",
            $"/programmes/{rollout.Programme}/hypercare", $"/programmes/{rollout.Programme}/hypercare?wall=1",
            $"/areas/{rollout.North}/hypercare", $"/waves/{rollout.Wave1}/hypercare", $"/locations/{rollout.NorthA}/hypercare",
            $"/programmes/{rollout.Programme}/tickets", $"/locations/{rollout.NorthA}/tickets/new", "/tickets/new",
        ];
    }
}

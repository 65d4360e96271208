using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Waves;

/// <summary>A location that closes before it goes live does not keep its wave open for ever.</summary>
public sealed class ClosingAWave(Portal portal) : IClassFixture<Portal>
{
    private string Wave => $"/waves/{portal.Rollout.Wave2}";

    [Fact]
    public async Task What_closed_before_going_live_is_named_and_taken_out_with_one_press()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        await portal.Rollout.Do<Location, LocationEvent>(portal.Rollout.NorthB, location => location.Close(SmallRollout.Today));

        var page = await planner.Get(Wave);
        Assert.Contains("1 lokation i bølgen lukkede, før den gik i drift", page.Words);
        Assert.Equal("Bosted Østerbro", page.Html.QuerySelector(".notice a.listed")!.TextContent);
        Assert.Contains("Bosted Østerbro", (await planner.Get($"{Wave}/locations")).Html.QuerySelector("#unassign")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await (await portal.SignIn(Role.Reader)).Get(Wave)).Html.QuerySelectorAll(".notice form"));

        var taken = await planner.Submit(page, ".notice form");

        Assert.Equal((HttpStatusCode.SeeOther, $"{Wave}/locations?done=removed&count=1"), (taken.Status, taken.Location));
        Assert.Empty((await planner.Get(Wave)).Html.QuerySelectorAll(".notice"));
        Assert.Null((await planner.Get($"{Wave}/locations")).Html.QuerySelector("#unassign"));
    }
}

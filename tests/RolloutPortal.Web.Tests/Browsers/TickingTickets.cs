using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Features.Hypercare;
using static Microsoft.Playwright.Assertions;

namespace RolloutPortal.Web.Tests.Browsers;

public class TickingTickets(LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task All_that_are_shown_are_weighed_in_one_act_and_the_list_shows_it()
    {
        for (var i = 0; i < 3; i++) await portal.Portal.Log(portal.Rollout.NorthA, portal.Portal.Now(), words: $"Sag nummer {i}");
        await using var support = await portal.AtDesk(new Grant(Role.Support, ScopeKind.Programme, portal.Rollout.Programme));
        var page = support.Page;
        await support.GoTo($"/programmes/{portal.Rollout.Programme}/tickets?status=open");
        await Expect(page.Locator("#bulk [value=Take]")).ToBeDisabledAsync();

        await page.Locator("#tickets input[name=Ticks]").First.CheckAsync();
        await Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("1 valgt");
        await page.ClickAsync("[data-bulk-all]");
        await Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("3 valgt");
        Assert.Empty(await support.Barriers());
        await page.ClickAsync("#bulk [value=Weigh]");
        await page.ClickAsync("#bulk-said label:has([value=S1])");
        await page.FillAsync("#Reason", "Rammer alle");
        Assert.Empty(await support.Barriers());
        await page.ClickAsync("#bulk-said button[data-kind=primary]");

        await Expect(page.Locator("#bulk-said")).ToContainTextAsync("3 sager har fået ny alvor.");
        await Expect(page.Locator("#tickets .severity[data-severity=S1]")).ToHaveCountAsync(3);
        await Expect(page.Locator("[data-bulk-count]")).ToContainTextAsync("Sæt kryds");
        Assert.Empty(support.Complaints);
    }
}

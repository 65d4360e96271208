using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Features.Hypercare;
using static Microsoft.Playwright.Assertions;

namespace RolloutPortal.Web.Tests.Browsers;

public class KeepingFiltersInABrowser(LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task What_is_filtered_is_kept_shared_opened_by_a_colleague_and_deleted()
    {
        await portal.Portal.Log(portal.Rollout.NorthA, portal.Portal.Now());
        await using var manager = await portal.AtDesk(new Grant(Role.RolloutManager, ScopeKind.Programme, portal.Rollout.Programme));
        var page = manager.Page;
        await manager.GoTo($"/programmes/{portal.Rollout.Programme}/tickets");
        await page.SelectOptionAsync("#status", "open");
        await page.WaitForURLAsync("**status=open**");

        await page.Locator("a:has-text('Gem filter')").ClickAsync();
        await page.FillAsync("[name='Form.Name']", "Morgenens tavle");
        await page.CheckAsync("[name='Form.Shared'][type=checkbox]");
        Assert.Empty(await manager.Barriers());
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".chip[aria-current=true]")).ToContainTextAsync("Morgenens tavle");
        Assert.Empty(await manager.Barriers());

        await using var superuser = await portal.OnPhone(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));
        await superuser.GoTo($"/programmes/{portal.Rollout.Programme}/tickets");
        await superuser.Page.Locator(".chip:has-text('Morgenens tavle')").TapAsync();
        await superuser.Page.WaitForURLAsync("**status=open**");
        await Expect(superuser.Page.Locator(".chip[aria-current=true]")).ToContainTextAsync("Morgenens tavle");
        Assert.False(await superuser.ScrollsSideways());
        Assert.Empty(await superuser.Barriers());

        await page.Locator(".chips a:last-child").ClickAsync();
        await Expect(page.Locator(".kept")).ToHaveCountAsync(1);
        Assert.Empty(await manager.Barriers());
        await page.Locator(".kept form[action$=deletion] button").ClickAsync();
        await Expect(page.Locator(".kept")).ToHaveCountAsync(0);
        await superuser.Page.ReloadAsync();
        await Expect(superuser.Page.Locator(".chip")).ToHaveCountAsync(0);
        Assert.Empty(manager.Complaints);
        Assert.Empty(superuser.Complaints);
    }
}

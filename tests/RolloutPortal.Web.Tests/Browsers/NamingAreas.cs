using RolloutPortal.Domain.Accounts;
using static Microsoft.Playwright.Assertions;

namespace RolloutPortal.Web.Tests.Browsers;

public class NamingAreas(LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task One_after_the_other_each_with_a_receipt_and_an_old_message_goes()
    {
        await using var planner = await portal.AtDesk(new Grant(Role.RolloutManager, ScopeKind.Programme, portal.Rollout.Programme));
        var page = planner.Page;
        await planner.GoTo($"/programmes/{portal.Rollout.Programme}/areas");

        await page.ClickAsync("#areas form:has(#areas-new) button");
        await Expect(page.Locator("#areas-new-message")).ToBeVisibleAsync();
        foreach (var name in new[] { "Ældre Øst", "Ældre Vest" })
        {
            await page.FillAsync("#areas-new", name);
            await page.ClickAsync("#areas form:has(#areas-new) button");
            await Expect(page.Locator("#areas .names")).ToContainTextAsync(name);
            await Expect(page.Locator("#areas [role=status]")).ToContainTextAsync("Området er oprettet.");
            await Expect(page.Locator(".summary")).ToHaveCountAsync(0);
            await Expect(page.Locator("#areas-new")).ToHaveValueAsync("");
        }

        await page.ClickAsync("#areas summary:has-text('Ældre Øst')");
        await page.FillAsync("#areas details[open] input[name=Name]", "Ældre Nord");
        await page.ClickAsync("#areas details[open] button");
        await Expect(page.Locator("#areas .names")).ToContainTextAsync("Ældre Nord");
        await Expect(page.Locator("#areas .names")).ToContainTextAsync("Ældre Vest");
        await Expect(page.Locator("#areas .names")).Not.ToContainTextAsync("Ældre Øst");
        await Expect(page.Locator("[data-sending]")).ToHaveCountAsync(0);
    }
}

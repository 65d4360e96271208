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

        await Expect(page.Locator("[data-sending]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_module_is_renamed_where_it_stands()
    {
        await using var planner = await portal.AtDesk(new Grant(Role.RolloutManager, ScopeKind.Programme, portal.Rollout.Programme));
        var page = planner.Page;
        await planner.GoTo($"/programmes/{portal.Rollout.Programme}/areas");

        await page.ClickAsync("#modules summary:has-text('Medicinhåndtering')");
        await page.FillAsync("#modules details[open] input[name=Name]", "Medicin");
        await page.ClickAsync("#modules details[open] button");

        await Expect(page.Locator("#modules .names")).Not.ToContainTextAsync("Medicinhåndtering");
        await Expect(page.Locator("#modules .names")).ToContainTextAsync("Medicin");
        await Expect(page.Locator("#modules .names")).ToContainTextAsync("Daglig dokumentation");
        await Expect(page.Locator("[data-sending]")).ToHaveCountAsync(0);
    }
}

using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Features.Guarding;
using RolloutPortal.Web.Tests.Features.Hypercare;
using static Microsoft.Playwright.Assertions;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>Single keys, and what the guard says beside a field.</summary>
public sealed class UsingKeys(LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task A_card_tells_them_and_turns_them_off()
    {
        await using var support = await portal.AtDesk(new Grant(Role.Support, ScopeKind.Programme, portal.Rollout.Programme));
        var page = support.Page;
        await portal.Portal.Log(portal.Rollout.NorthA, portal.Portal.Now(), words: "Den ene");
        await portal.Portal.Log(portal.Rollout.NorthA, portal.Portal.Now(), words: "Den anden");
        await support.GoTo($"/programmes/{portal.Rollout.Programme}/tickets");

        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#shortcuts")).ToBeVisibleAsync();
        Assert.Empty(await support.Barriers());
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("tbody tr:first-child th a")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("jnt?");
        await Expect(page.Locator("#q")).ToHaveValueAsync("jnt?");
        await page.FillAsync("#q", "");

        await support.GoTo($"/programmes/{portal.Rollout.Programme}/tickets");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/tickets/*-*");
        await page.Keyboard.PressAsync("t");
        await Expect(page.Locator("#ticket")).ToContainTextAsync("I gang");
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator("#ticket-form form")).ToBeVisibleAsync();

        await support.GoTo($"/programmes/{portal.Rollout.Programme}/tickets");
        await page.Keyboard.PressAsync("?");
        await page.CheckAsync("[data-shortcuts-off]");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("tbody tr:first-child th a")).Not.ToBeFocusedAsync();
        Assert.Empty(support.Complaints);
    }

    [Fact]
    public async Task What_the_guard_stops_is_told_beside_the_field_and_nothing_typed_is_lost()
    {
        await FarAhead.Go(portal.Portal);
        await using var superuser = await portal.OnPhone(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));
        var page = superuser.Page;
        await superuser.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await page.FillAsync("#WhatHappens", "Sag 311257-5006 er væk");
        await page.CheckAsync("#Impact-Team", new() { Force = true });
        await page.CheckAsync("#Urgency-WorkaroundOk", new() { Force = true });

        await page.ClickAsync("[data-send]");
        await Expect(page.Locator("#log-ticket .guard")).ToContainTextAsync("3112**-****");
        await Expect(page.Locator("#WhatHappens")).ToHaveValueAsync("Sag 311257-5006 er væk");
        await Expect(page.Locator("#toasts .guard")).ToHaveCountAsync(0);
        Assert.Empty(await superuser.Barriers());
        // What was stopped stays in the page alone, while it is mended too.
        await page.Locator("#WhatHappens").PressSequentiallyAsync("!");
        Assert.DoesNotContain("5006", await page.EvaluateAsync<string>("JSON.stringify({...sessionStorage})"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Backspace");

        await page.CheckAsync("#log-ticket .guard input");
        await page.ClickAsync("[data-send]");
        await Expect(page.Locator("[data-acknowledged]")).ToBeVisibleAsync();
    }
}

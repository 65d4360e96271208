using Microsoft.Playwright;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing;
using RolloutPortal.Web.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>The portal as a process beside the one that prepared its database: it can be killed.</summary>
public sealed class LosingTheServer(Server server, Chromium chromium) : IAsyncLifetime
{
    private readonly Portal portal = new(server);
    private PortalProcess process = null!;

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        process = new PortalProcess(new Dictionary<string, string> { ["ConnectionStrings__Portal"] = portal.ConnectionString });
        await process.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task The_board_is_stale_within_five_seconds_and_heals_by_itself()
    {
        await using var leader = await SignIn(new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.North));
        await leader.GoTo($"/areas/{portal.Rollout.North}/hypercare");

        await process.Kill();
        await Expect(leader.Page.Locator("body[data-live=stale]")).ToHaveCountAsync(1, new() { Timeout = 5_000 });

        await process.Start();
        await Expect(leader.Page.Locator("body[data-live=on]")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task What_somebody_is_typing_meanwhile_stays_and_can_be_sent_afterwards()
    {
        await using var superuser = await SignIn(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));
        await superuser.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await superuser.Page.Locator("#WhatHappens").FillAsync("Skrevet mens serveren var væk");
        await superuser.Page.Locator("label:has(#Impact-OneUser)").ClickAsync();
        await superuser.Page.Locator("label:has(#Urgency-Cosmetic)").ClickAsync();

        await process.Kill();
        await superuser.Page.Locator("[data-send]").ClickAsync();
        await Expect(superuser.Page.Locator("#toasts")).ToContainTextAsync("forbindelse");
        await Expect(superuser.Page.Locator("#WhatHappens")).ToHaveValueAsync("Skrevet mens serveren var væk");
        await process.Start();
        await superuser.Page.Locator("[data-send]").ClickAsync();

        await Expect(superuser.Page.Locator("[data-acknowledged]")).ToBeVisibleAsync();
    }

    /// <remarks>Keys of cookies stand in the database: what one portal signed in, the other accepts.</remarks>
    private async Task<Person> SignIn(Grant grant)
    {
        var context = await (await chromium.Start()).NewContextAsync(new BrowserNewContextOptions { Locale = "da-DK", BaseURL = process.Address.ToString() });
        var account = await portal.OpenAccount(grant);
        var cookie = (await portal.Cookie(account)).Split('=', 2);
        await context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = process.Address.ToString() }]);
        return await Person.Open(context, account);
    }
}

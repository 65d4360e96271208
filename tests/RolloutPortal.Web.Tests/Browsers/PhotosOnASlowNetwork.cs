using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Tests.Features.Hypercare;
using static Microsoft.Playwright.Assertions;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>A photo is heavier than all else that people send: what happens while it is under way.</summary>
public class PhotosOnASlowNetwork(LivePortal portal) : IClassFixture<LivePortal>
{
    private const string Password = "en lang adgangskode";

    private Grant SuperuserOfNorthA => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    [Fact]
    public async Task The_ticket_is_there_before_its_photo_and_the_bar_says_how_far_that_is()
    {
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        var page = superuser.Page;
        await Fill(superuser, "Skærmen flimrer");
        await using var network = await SlowNetwork.On(page, kilobytesPerSecond: 30);

        await page.Locator("[data-send]").TapAsync();
        await Expect(page.Locator("[data-acknowledged]")).ToBeVisibleAsync();

        await page.WaitForFunctionAsync("() => { const bar = document.querySelector('#photo-form progress'); return bar && bar.value > 0 && bar.value < bar.max; }");
        var ticket = TicketIn(await page.Locator("a:has-text('Se sagen')").GetAttributeAsync("href"));
        Assert.Equal(portal.Rollout.NorthA, (await portal.Portal.Row(ticket)).LocationId);
        Assert.Empty(await superuser.Barriers());
        Assert.False(await superuser.ScrollsSideways());

        await network.DisposeAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Fotoet er tilføjet.");
        Assert.Empty(superuser.Complaints);
    }

    [Fact]
    public async Task Whoever_would_leave_meanwhile_is_asked_first()
    {
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        var page = superuser.Page;
        await Fill(superuser, "Skærmen blinker");
        await using var network = await SlowNetwork.On(page, kilobytesPerSecond: 30);
        await page.Locator("[data-send]").TapAsync();
        await Expect(page.Locator("#photo-form progress")).ToBeVisibleAsync();

        var asked = 0;
        page.Dialog += (_, dialog) =>
        {
            asked++;
            _ = dialog.DismissAsync();
        };
        await page.Locator("a:has-text('Se sagen')").TapAsync();
        await network.DisposeAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Fotoet er tilføjet.");
        Assert.Equal(1, asked);

        await page.Locator("a:has-text('Se sagen')").TapAsync();
        await Expect(page.Locator("a[data-photo]")).ToHaveCountAsync(1);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_session_that_ends_while_it_is_under_way_costs_a_password_and_no_photo()
    {
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        var page = superuser.Page;
        var hash = await portal.Portal.Services.GetRequiredService<Passwords>().Hash(Password, TestContext.Current.CancellationToken);
        await portal.Portal.Services.GetRequiredService<NpgsqlDataSource>().Execute("update account set password_hash = $2 where id = $1", TestContext.Current.CancellationToken, superuser.Account, hash);
        await Fill(superuser, "Skærmen er grøn");
        await page.RouteAsync("**/tickets/*/photos", async route =>
        {
            // It ends behind the ticket and before the photo, once.
            await superuser.Context.ClearCookiesAsync(new() { Name = "portal.session" });
            await page.UnrouteAsync("**/tickets/*/photos");
            await route.ContinueAsync(new() { Headers = route.Request.Headers.Where(header => header.Key != "cookie") });
        });

        await page.Locator("[data-send]").TapAsync();
        await Expect(page.Locator("#sign-in-dialog")).ToBeVisibleAsync();
        Assert.Empty(await superuser.Barriers());
        await page.FillAsync("#sign-in-dialog [name=Email]", $"{superuser.Account:N}@eksempel.dk");
        await page.FillAsync("#sign-in-dialog [name=Password]", Password);
        await page.Locator("#sign-in-dialog button[type=submit]").TapAsync();

        await Expect(page.Locator("main")).ToContainTextAsync("Fotoet er tilføjet.");
        await page.Locator("a:has-text('Se sagen')").TapAsync();
        await Expect(page.Locator("a[data-photo]")).ToHaveCountAsync(1);
        await Expect(page.Locator("#ticket .written")).ToHaveTextAsync("Skærmen er grøn");
    }

    private async Task Fill(Person who, string words)
    {
        await who.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await who.Page.Locator("#WhatHappens").FillAsync(words);
        await who.Page.Locator("label:has(#NoCitizen)").TapAsync();
        await who.Page.SetInputFilesAsync("#Photos", [Pictures.File("a.jpg", await who.Page.Detailed())]);
        await Expect(who.Page.Locator("[data-photo-list] li")).ToHaveCountAsync(1);
        await who.Page.Locator("label:has(#Urgency-Cosmetic)").TapAsync();
    }

    private static Guid TicketIn(string? href) => Guid.Parse(href!.Split('/')[2]);

    /// <summary>What the page sends goes slowly, until this is disposed.</summary>
    private sealed class SlowNetwork(ICDPSession browser) : IAsyncDisposable
    {
        public static async Task<SlowNetwork> On(IPage page, int kilobytesPerSecond)
        {
            var network = new SlowNetwork(await page.Context.NewCDPSessionAsync(page));
            await network.Let(kilobytesPerSecond * 1024);
            return network;
        }

        public async ValueTask DisposeAsync() => await Let(-1);

        private Task Let(int bytesPerSecond) => browser.SendAsync(
            "Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytesPerSecond });
    }
}

using Microsoft.Playwright;
using RolloutPortal.Domain.Accounts;
using static Microsoft.Playwright.Assertions;

namespace RolloutPortal.Web.Tests.Browsers;

public class PhotosOnAPhone(LivePortal portal) : IClassFixture<LivePortal>
{
    private Grant SuperuserOfNorthA => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    [Fact]
    public async Task They_follow_the_ticket_upright_and_without_what_the_camera_noted()
    {
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        var page = superuser.Page;
        await superuser.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await page.Locator("#WhatHappens").FillAsync("Knappen er grå");
        await Expect(page.Locator("#Photos")).ToBeDisabledAsync();

        await page.Locator("label:has(#NoCitizen)").TapAsync();
        await page.SetInputFilesAsync("#Photos", [Pictures.File("a.jpg", await Turned(page)), Pictures.File("b.jpg", await Turned(page)), Pictures.File("c.heic", "no picture"u8.ToArray())]);
        await Expect(page.Locator("[data-photo-list] li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".photo-said")).ToContainTextAsync("kunne ikke læses");
        await page.Locator("[data-photo-list] li button").First.TapAsync();
        await page.Locator("label:has(#Urgency-Cosmetic)").TapAsync();
        await page.Locator("[data-send]").TapAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Fotoet er tilføjet.");
        await page.Locator("a:has-text('Se sagen')").TapAsync();

        var small = page.Locator("a[data-photo] img");
        await Expect(small).ToHaveAttributeAsync("alt", "Foto 1 af 1, tilføjet af dig");
        Assert.Equal("600 × 800", await Size(page, await page.Locator("a[data-photo]").GetAttributeAsync("href")));
        Assert.Equal("240 × 320", await Size(page, await small.GetAttributeAsync("src")));
        Assert.DoesNotContain("GPS", await page.EvaluateAsync<string>("async url => await (await fetch(url)).text()", await page.Locator("a[data-photo]").GetAttributeAsync("href")), StringComparison.Ordinal);
        Assert.Empty(superuser.Complaints);
        Assert.Empty(await superuser.Barriers());
        Assert.False(await superuser.ScrollsSideways());
    }

    [Fact]
    public async Task On_the_tickets_page_they_are_added_later_and_opened_large_with_the_keyboard()
    {
        await using var superuser = await portal.AtDesk(SuperuserOfNorthA);
        var page = superuser.Page;
        await superuser.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await page.Locator("#WhatHappens").FillAsync("Knappen er grå igen");
        await page.Locator("label:has(#Urgency-Cosmetic)").ClickAsync();
        await page.Locator("[data-send]").ClickAsync();
        await page.Locator("a:has-text('Se sagen')").ClickAsync();

        await page.Locator("#NoCitizen").CheckAsync();
        await page.SetInputFilesAsync("#Photos", [Pictures.File("a.jpg", await Turned(page)), Pictures.File("b.jpg", await Turned(page))]);
        await Expect(page.Locator("[data-photo-list] li")).ToHaveCountAsync(2);
        await page.Locator("#photo-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("#photo-form")).ToContainTextAsync("2 fotos er tilføjet.");
        await Expect(page.Locator("a[data-photo]")).ToHaveCountAsync(2);

        await page.Locator("a[data-photo]").First.PressAsync("Enter");
        await Expect(page.Locator("#photo-viewer h2")).ToHaveTextAsync("Foto 1 af 2, tilføjet af dig");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#photo-viewer h2")).ToHaveTextAsync("Foto 2 af 2, tilføjet af dig");
        Assert.Empty(await superuser.Barriers());
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#photo-viewer")).ToBeHiddenAsync();
        await Expect(page.Locator("a[data-photo]").First).ToBeFocusedAsync();
        Assert.Empty(superuser.Complaints);
    }

    [Fact]
    public async Task Whoever_leaves_before_they_are_sent_is_asked_and_a_closed_button_says_why()
    {
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        var page = superuser.Page;
        await superuser.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await page.Locator(".photo-pick").TapAsync(new() { Force = true });
        await Expect(page.Locator(".photo-said")).ToContainTextAsync("Sæt først hak");
        await Expect(page.Locator("#NoCitizen")).ToBeFocusedAsync();
        await page.Locator("label:has(#NoCitizen)").TapAsync();
        await Expect(page.Locator(".photo-said")).ToBeEmptyAsync();
        await page.SetInputFilesAsync("#Photos", [Pictures.File("a.jpg", await Turned(page))]);
        await Expect(page.Locator("[data-photo-list] li")).ToHaveCountAsync(1);

        var asked = "";
        page.Dialog += (_, dialog) =>
        {
            asked += dialog.Message;
            _ = dialog.DismissAsync();
        };
        await page.Locator(".brand").TapAsync();

        Assert.Equal("Dine fotos er ikke sendt. Vil du forlade siden uden dem?", asked);
        await Expect(page.Locator("[data-photo-list] li")).ToHaveCountAsync(1);
        Assert.Empty(superuser.Complaints);
    }

    /// <summary>800 by 600 as the sensor saw it, taken on its side, with a place in its notes.</summary>
    private static async Task<byte[]> Turned(IPage page)
    {
        var jpeg = await page.Plain();
        byte[] notes = [0xff, 0xe1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0xff, 0xfe, 0, 14, .. "GPS 55.67611"u8];
        return [.. jpeg[..2], .. notes, .. jpeg[2..]];
    }

    private static Task<string> Size(IPage page, string? url) => page.EvaluateAsync<string>(
        "async url => { const picture = Object.assign(new Image(), { src: url }); await picture.decode(); return `${picture.naturalWidth} × ${picture.naturalHeight}`; }", url);
}

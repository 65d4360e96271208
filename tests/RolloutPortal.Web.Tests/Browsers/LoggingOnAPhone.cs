using RolloutPortal.Domain.Accounts;
using static Microsoft.Playwright.Assertions;

namespace RolloutPortal.Web.Tests.Browsers;

public class LoggingOnAPhone(LivePortal portal) : IClassFixture<LivePortal>
{
    private const string What = "Kan ikke kvittere for medicin, knappen er grå";

    private Grant SuperuserOfNorthA => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    [Fact]
    public async Task A_sentence_and_four_taps_from_the_landing_page_and_it_stands_on_another_persons_board()
    {
        await using var leader = await portal.AtDesk(new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.North));
        await leader.GoTo($"/areas/{portal.Rollout.North}/hypercare");
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        await superuser.GoTo("/");
        var thumbs = new Thumbs(superuser.Page);

        await thumbs.Tap($"a[href='/locations/{portal.Rollout.NorthA}/tickets/new']");
        await Expect(superuser.Page.Locator("#WhatHappens")).ToBeFocusedAsync();
        await thumbs.Type(What);
        await thumbs.Tap("label:has(#Impact-Team)");
        await thumbs.Tap("label:has(#Urgency-WorkaroundOk)");
        await Expect(superuser.Page.Locator("[data-send]")).ToContainTextAsync("S3");
        await thumbs.Tap("[data-send]");

        await Expect(superuser.Page.Locator("[data-acknowledged]")).ToBeVisibleAsync();
        await Expect(leader.Page.Locator("main")).ToContainTextAsync(What);
        Assert.Equal((4, What.Length), (thumbs.Taps, thumbs.Keys));
        Assert.Empty(superuser.Complaints.Concat(leader.Complaints));
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var person = await portal.AtDesk(SuperuserOfNorthA);
        await person.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        var keys = person.Page.Keyboard;

        await keys.TypeAsync("Borgerens plan åbner ikke");
        var stops = new List<string>();
        while (stops.LastOrDefault() != "submit" && stops.Count < 8)
        {
            await keys.PressAsync("Tab");
            stops.Add(await person.Page.EvaluateAsync<string>("document.activeElement.type ?? document.activeElement.localName"));
            if (stops is ["radio", "radio"]) await keys.PressAsync("ArrowDown");
        }

        await keys.PressAsync("Enter");

        Assert.Equal(["radio", "radio", "summary", "checkbox", "submit"], stops);
        await Expect(person.Page.Locator("[data-acknowledged]")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(320, 568)]
    public async Task Both_questions_stand_above_the_button_and_two_taps_send(int width, int height)
    {
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        await superuser.Page.SetViewportSizeAsync(width, height);
        await superuser.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        var thumbs = new Thumbs(superuser.Page);

        var question = (await superuser.Page.Locator("#Urgency legend").BoundingBoxAsync())!;
        var button = (await superuser.Page.Locator("[data-stick]").BoundingBoxAsync())!;
        await superuser.Page.Locator("#WhatHappens").FillAsync(What);
        await thumbs.Tap("label:has(#Urgency-StatutoryOrSafetyNow)");
        await thumbs.Tap("[data-send]");

        Assert.True(question.Y + question.Height <= button.Y, $"{question.Y + question.Height} is under the button at {button.Y}");
        await Expect(superuser.Page.Locator("[data-acknowledged]")).ToContainTextAsync("UTH");
        Assert.Equal(2, thumbs.Taps);
    }

    [Fact]
    public async Task What_was_typed_is_still_there_after_a_reload()
    {
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        await superuser.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await superuser.Page.Locator("#WhatHappens").FillAsync(What);

        await superuser.Page.ReloadAsync();

        await Expect(superuser.Page.Locator("#WhatHappens")).ToHaveValueAsync(What);
    }

    [Fact]
    public async Task An_ended_session_asks_for_the_password_and_nothing_typed_is_lost()
    {
        await using var superuser = await portal.OnPhone(SuperuserOfNorthA);
        await superuser.GoTo($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await superuser.Page.Locator("#WhatHappens").FillAsync(What);
        await superuser.Page.Locator("label:has(#Impact-OneUser)").TapAsync();
        await superuser.Page.Locator("label:has(#Urgency-Cosmetic)").TapAsync();
        await superuser.Context.ClearCookiesAsync();

        await superuser.Page.Locator("[data-send]").TapAsync();

        await Expect(superuser.Page.Locator("#sign-in-dialog")).ToBeVisibleAsync();
        await Expect(superuser.Page.Locator("#WhatHappens")).ToHaveValueAsync(What);
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class ChoosingALanguage(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(null, "Log ind")]
    [InlineData("sv", "Logga in")]
    [InlineData("en-US,en;q=0.9", "Sign in")]
    [InlineData("de,fr", "Log ind")]
    [InlineData("nb,sv;q=0.3,da;q=0.8", "Log ind")]
    public async Task At_first_it_is_the_browsers(string? asked, string heading)
    {
        var page = await portal.Anonymous(asked).Get("/sign-in");

        Assert.Equal(heading, page.Html.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_keeps_it_in_the_browser()
    {
        var browser = portal.Anonymous("en");

        var answer = await browser.Post("/language", [new("language", "sv"), new("returnUrl", "/sign-in")], from: "/sign-in");

        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in"), (answer.Status, answer.Location));
        Assert.Equal("Logga in", (await browser.Get("/sign-in")).Html.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Whoever_is_signed_in_finds_it_on_every_device()
    {
        var here = await portal.SignIn(Role.Reader);

        await here.Post("/language", [new("language", "en")], from: "/me");

        Assert.Equal("My account", (await here.Get("/me")).Html.QuerySelector("h1")!.TextContent);
        Assert.Equal("en", (await portal.Services.GetRequiredService<ReadTables>().Get<AccountRow>(here.Account))!.Language);
        var phone = portal.Anonymous("sv");
        phone.Client.DefaultRequestHeaders.Add("Cookie", await portal.Cookie(here.Account));
        Assert.Equal("My account", (await phone.Get("/me")).Html.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("")]
    [InlineData("da-DK")]
    public async Task It_is_one_that_the_portal_speaks(string language) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().Post("/language", [new("language", language)], from: "/sign-in")).Status);

    [Fact]
    public async Task It_leads_nowhere_else() =>
        Assert.Equal("/", (await portal.Anonymous().Post("/language", [new("language", "da"), new("returnUrl", "//ond.eksempel/")], from: "/sign-in")).Location);
}

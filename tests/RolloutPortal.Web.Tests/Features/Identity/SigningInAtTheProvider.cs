using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>From the button to the page one was going to, and out again.</summary>
public sealed class SigningInAtTheProvider(Server server) : AtTheProvider(server)
{
    [Fact]
    public async Task The_button_stands_first_and_leads_through_the_provider_to_where_one_was_going()
    {
        await Provider.Knows("anna", Person("anna", "managers"));
        var browser = Visitor(Here);
        var page = await browser.Get("/sign-in?returnUrl=%2Fprogrammes%3Fx%3D%C3%A6");

        Assert.Equal("Log ind med Prøvekøbing", page.Html.QuerySelector("main a[data-kind=primary]")!.TextContent.Trim());
        Assert.False(page.Html.QuerySelector("details.by-password")!.HasAttribute("open"));
        var back = await SignIn(browser, "anna", page.Html.QuerySelector("main a[data-kind=primary]")!.GetAttribute("href")!);

        Assert.Equal((HttpStatusCode.OK, "0;url=/programmes?x=%C3%A6"), (back.Status, back.Headers["Refresh"]));
        Assert.Contains("Anna Ærlig", (await browser.Get("/me")).Words, StringComparison.Ordinal);
        Assert.Contains(back.Cookies, cookie => cookie.StartsWith("portal.session=", StringComparison.Ordinal));
        Assert.Null(back.Token);
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_elsewhere(string returnUrl)
    {
        await Provider.Knows("anna", Person("anna", "managers"));

        Assert.Equal("0;url=/", (await SignIn(Visitor(Here), "anna", $"/sign-in/identity?returnUrl={Uri.EscapeDataString(returnUrl)}")).Headers["Refresh"]);
    }

    [Fact]
    public async Task From_the_dialog_it_opens_in_another_tab_and_the_page_that_waits_goes_on()
    {
        await Provider.Knows("per", Person("per", "managers"));
        var browser = Visitor(Here);
        Assert.False((await browser.Get("/sign-in/again")).Headers.ContainsKey("X-Antiforgery-Token"));
        var dialog = await browser.Get("/me", partial: true);
        var link = dialog.Html.QuerySelector("dialog a[target=_blank]")!.GetAttribute("href")!;

        var done = await SignIn(browser, "per", link);

        Assert.Equal(HttpStatusCode.Unauthorized, dialog.Status);
        Assert.False(done.Headers.ContainsKey("Refresh"));
        Assert.Contains("Luk denne fane", done.Words, StringComparison.Ordinal);
        Assert.NotEmpty((await browser.Get("/sign-in/again")).Headers["X-Antiforgery-Token"]);
    }

    [Fact]
    public async Task Signing_out_of_the_portal_signs_out_there_too()
    {
        await Provider.Knows("siv", Person("siv", "managers"));
        var (browser, visit) = (Visitor(Here), Provider.NewVisit());
        await browser.Get((await visit.SignIn((await browser.Get("/sign-in/identity")).Location!, "siv")).PathAndQuery);

        var left = await browser.Submit(await browser.Get("/me"), "main form[action='/sign-out']");
        var back = await visit.SignOut(left.Headers["Refresh"][6..]);

        Assert.Equal((HttpStatusCode.OK, "http://localhost/sign-in"), (left.Status, back.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
        Assert.True(await visit.Asks((await browser.Get("/sign-in/identity")).Location!));
    }

    [Fact]
    public async Task A_portal_that_does_not_know_its_address_is_no_way_back_from_there()
    {
        var flow = Here.Services.GetRequiredService<IdentityFlow>();

        Assert.Contains("post_logout_redirect_uri=", await flow.SignOutAddress("token", "http://localhost/sign-in"), StringComparison.Ordinal);
        Assert.DoesNotContain("post_logout_redirect_uri", await flow.SignOutAddress("token", back: null), StringComparison.Ordinal);
    }
}

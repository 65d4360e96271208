using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class SigningIn(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_right_password_opens_the_portal_and_leads_where_one_was_going()
    {
        var who = await Holder.Open(portal);
        var browser = portal.Anonymous();

        var sent = await browser.Get("/me?tab=1");
        Assert.Equal("/sign-in?returnUrl=%2Fme%3Ftab%3D1", sent.Location);
        var answer = await who.SignIn(browser, sent.Location!);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/me?tab=1", answer.Location);
        Assert.Contains(who.Name, (await browser.Get("/me")).Words, StringComparison.Ordinal);
        Assert.Equal("/", (await browser.Get("/sign-in")).Location);
    }

    [Theory]
    [InlineData("da", "E-mailadressen eller adgangskoden er forkert")]
    [InlineData("sv", "E-postadressen eller lösenordet är fel")]
    [InlineData("en-US", "The e-mail address or the password is wrong")]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(string language, string message)
    {
        var who = await Holder.Open(portal);

        var wrong = await (who with { Password = "et helt andet ord" }).SignIn(portal.Anonymous(language));
        var unknown = await (who with { Email = "ingen@eksempel.dk" }).SignIn(portal.Anonymous(language));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains(message, wrong.Words, StringComparison.Ordinal);
        Assert.Equal(wrong.Html.QuerySelector("main")!.TextContent, unknown.Html.QuerySelector("main")!.TextContent.Replace("ingen@eksempel.dk", who.Email, StringComparison.Ordinal));
        Assert.Equal(who.Email, wrong.Html.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.DoesNotContain("et helt andet ord", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_typed_is_said_beside_the_fields()
    {
        var answer = await Holder.Nobody.SignIn(portal.Anonymous());

        Assert.Equal("Skriv din e-mailadresse", answer.Html.QuerySelector("#Email-message")!.TextContent);
        Assert.Equal("Skriv din adgangskode", answer.Html.QuerySelector("#Password-message")!.TextContent);
    }

    [Theory]
    [InlineData("https://ond.eksempel/")]
    [InlineData("//ond.eksempel/")]
    [InlineData("/\\ond.eksempel")]
    [InlineData("/\t/ond.eksempel")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~/me")]
    [InlineData("me")]
    public async Task It_never_leads_out_of_the_portal(string returnUrl)
    {
        var who = await Holder.Open(portal);

        var answer = await who.SignIn(portal.Anonymous(), $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task It_leads_to_addresses_in_any_letters()
    {
        var who = await Holder.Open(portal);

        var answer = await who.SignIn(portal.Anonymous(), $"/sign-in?returnUrl={Uri.EscapeDataString("/tickets?search=Nørre bro")}");

        Assert.Equal("/tickets?search=N%C3%B8rre%20bro", answer.Location);
    }

    [Fact]
    public async Task The_address_may_be_written_in_any_case_and_form()
    {
        var who = await Holder.Open(portal, email: Fresh.Email("blåbær.dk"));

        var answer = await (who with { Email = " " + who.Email.ToUpperInvariant().Replace("BLÅBÆR.DK", "xn--blbr-roah.dk", StringComparison.Ordinal) }).SignIn(portal.Anonymous());

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }

    [Fact]
    public async Task A_closed_account_is_told_so_once_the_password_is_right()
    {
        var who = await Holder.Open(portal);
        await portal.Rollout.Do<Account, AccountEvent>(who.Id, account => account.Disable());

        Assert.Contains("Din konto er lukket", (await who.SignIn(portal.Anonymous())).Words, StringComparison.Ordinal);
        Assert.Contains("er forkert", (await (who with { Password = "noget andet her" }).SignIn(portal.Anonymous())).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_token_of_the_form_nothing_happens()
    {
        var who = await Holder.Open(portal);
        using var form = new FormUrlEncodedContent([new("Email", who.Email), new("Password", who.Password)]);

        using var answer = await portal.Anonymous().Client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.Contains("session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var who = await Holder.Open(portal);
        var browser = portal.Anonymous();
        await who.SignIn(browser);

        var answer = await browser.Submit(await browser.Get("/me"), "main form[action='/sign-out']");

        Assert.Equal("/sign-in", answer.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
    }

    [Fact]
    public async Task Only_a_demo_lets_anybody_in_without_a_password()
    {
        var person = await portal.OpenAccount(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));
        var own = await Holder.Open(portal, new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.North));
        var settings = portal.Services.GetRequiredService<Settings>();

        var refused = await portal.Anonymous().Post("/sign-in/demo", [new("accountId", person.ToString())], from: "/sign-in");
        await settings.Set(Settings.DemoScenario, "small");
        var browser = portal.Anonymous();
        var page = await browser.Get("/sign-in?returnUrl=%2Fme");

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Contains("Superbruger", page.Words, StringComparison.Ordinal);
        Assert.Contains("Bosted Nørrebro", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Name, page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Post("/sign-in/demo", [new("accountId", own.Id.ToString())], from: "/sign-in")).Status);
        Assert.Equal("/me", (await browser.Submit(page, "form[action='/sign-in/demo']", ("accountId", person.ToString()))).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).Status);
    }
}

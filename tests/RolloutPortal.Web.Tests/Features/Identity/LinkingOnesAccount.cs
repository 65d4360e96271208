using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>Somebody with a password comes by the provider from now on, or no longer; and nobody else does it for them.</summary>
public sealed class LinkingOnesAccount(Server server) : AtTheProvider(server)
{
    private const string Form = "main form[action='/sign-in/identity/link']";

    [Fact]
    public async Task Somebody_with_a_password_links_the_two_themselves()
    {
        var (who, browser) = await SignedIn("kai@kommune.dk");
        await Provider.Knows("kai", Person("kai", "managers"));
        Assert.Equal("addresstaken", Fault(await SignIn(Visitor(Here), "kai")));
        Assert.Contains("Kontoen er ikke knyttet til Prøvekøbing", (await browser.Get("/me")).Words, StringComparison.Ordinal);

        var linked = await Link(browser, who, "kai");

        Assert.Contains("Kontoen er knyttet til Prøvekøbing", linked.Words, StringComparison.Ordinal);
        Assert.Single((await Known(who.Id)).Sessions);
        Assert.Contains("Kontoen er knyttet til dig", (await browser.Get("/me")).Words, StringComparison.Ordinal);
        Assert.Equal("/me", (await browser.Get("/sign-in/identity/link")).Location);
        Assert.Equal(2, (await Known(who.Id)).Rights.Grants.Count);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(Here), "kai")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(Visitor(Here))).Status);
    }

    [Theory, InlineData("da", "Her er du stadig"), InlineData("sv", "Här är du fortfarande"), InlineData("en", "Here you are still")]
    public async Task What_the_provider_says_is_shown_and_changes_neither_name_nor_address(string language, string still)
    {
        var (who, browser) = await SignedIn();
        await Provider.Knows("bo", Person("bo", "managers"));
        await browser.Post("/language", [new("language", language)], from: "/me");

        var linked = await Link(browser, who, "bo");

        Assert.Contains("Bo Ærlig (bo@kommune.dk)", linked.Words, StringComparison.Ordinal);
        Assert.Contains($"{still} {who.Name} ({who.Email})", linked.Words, StringComparison.Ordinal);
        await SignIn(Visitor(Here), "bo");
        var known = await Known(who.Id);
        Assert.Equal((who.Name, who.Email), (known.Name, known.Email));
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(Visitor(Here))).Status);
    }

    [Fact]
    public async Task An_open_session_alone_links_nothing()
    {
        var (_, browser) = await SignedIn();
        var asked = await browser.Get("/sign-in/identity/link");
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Null(asked.Location);

        var empty = await browser.Submit(asked, Form);
        var wrong = await browser.Submit(asked, Form, ("Form.Password", "en helt anden adgangskode"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.Status, wrong.Status));
        Assert.Contains("Adgangskoden er ikke den nuværende", wrong.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Refresh", wrong.Headers.Keys);
        Assert.Equal(0, await Count("account_identity"));
    }

    [Fact]
    public async Task A_link_is_made_by_whoever_began_it_alone_and_in_that_session()
    {
        await Provider.Knows("liv", Person("liv", "managers"));
        var (who, browser) = await SignedIn();
        var back = await Provider.NewVisit().SignIn(await LeaveToLink(browser, who), "liv");
        var again = await Provider.NewVisit().SignIn(await LeaveToLink(browser, who), "liv");
        await browser.Submit(await browser.Get("/me"), "main form[action='/sign-out']");
        Assert.Equal("expired", Fault(await browser.Get(back.PathAndQuery)));

        await who.SignIn(browser);
        Assert.Equal("expired", Fault(await browser.Get(again.PathAndQuery)));
        Assert.Equal(0, await Count("account_identity"));
    }

    [Fact]
    public async Task The_proof_is_good_once_and_an_identity_is_one_accounts()
    {
        await Provider.Knows("eva", Person("eva", "managers"));
        var (who, browser) = await SignedIn();
        var back = await Provider.NewVisit().SignIn(await LeaveToLink(browser, who), "eva");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(back.PathAndQuery)).Status);
        Assert.Equal("expired", Fault(await browser.Get(back.PathAndQuery)));

        var (other, elsewhere) = await SignedIn();
        Assert.Equal("linkedelsewhere", Fault(await Link(elsewhere, other, "eva")));
        Assert.Equal(1, await Count("account_identity"));
    }

    [Fact]
    public async Task A_link_that_would_give_no_role_writes_nothing()
    {
        await Provider.Knows("siv", Person("siv"));
        var (who, browser) = await SignedIn(roles: []);

        Assert.Equal("norole", Fault(await Link(browser, who, "siv")));

        Assert.Equal(0, await Count("account_identity"));
        Assert.Equal(0, (await Here.Services.GetRequiredService<ReadTables>().Query(
            "select count(*) from reservation where kind = 'identity'", row => row.GetInt64(0))).Single());
        var known = await Known(who.Id);
        Assert.Equal((who.Name, who.Email), (known.Name, known.Email));
    }

    [Fact]
    public async Task Its_owner_takes_it_back_and_whoever_came_in_by_it_is_out()
    {
        await Provider.Knows("tove", Person("tove", "managers"));
        var (who, browser) = await SignedIn();
        var (_, desk) = (await Link(browser, who, "tove"), Visitor(Here));
        await who.SignIn(desk);
        var colleague = Visitor(Here);
        await SignIn(colleague, "tove");
        Assert.Equal(HttpStatusCode.OK, (await colleague.Get("/me")).Status);

        var done = await desk.Submit(await desk.Get("/me"), "main form[action='/me/identity/removal']");

        Assert.Contains("ikke længere knyttet", (await desk.Get(done.Location!)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await colleague.Get("/me")).Status);
        Assert.Equal([Reader], (await Known(who.Id)).Rights.Grants);
        await Provider.Knows("tove", Person("tove"));
        Assert.Equal("norole", Fault(await SignIn(Visitor(Here), "tove")));
        await Provider.Knows("tove", Person("tove", "managers"));
        Assert.Equal(HttpStatusCode.OK, (await Link(desk, who, "tove")).Status);
    }

    [Fact]
    public async Task An_administrator_takes_it_back_too()
    {
        await Provider.Knows("ulf", Person("ulf", "managers"));
        var (who, browser) = await SignedIn();
        await Link(browser, who, "ulf");
        var (_, administrator) = await SignedIn(roles: [Grant.Everything]);
        var page = await administrator.Get($"/accounts/{who.Id}");
        Assert.Contains("Personen kan også logge ind med adgangskode", page.Words, StringComparison.Ordinal);

        var done = await administrator.Submit(page, "form[action$='/identity/removal']");

        var after = await administrator.Get(done.Location!);
        Assert.Contains("Ikke længere knyttet til kommunens login", after.Words, StringComparison.Ordinal);
        Assert.Null(after.Html.QuerySelector("form[action$='/identity/removal']"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
        Assert.Equal(0, await Count("account_identity"));
    }

    [Fact]
    public async Task Whoever_came_by_the_provider_alone_neither_links_another_nor_locks_themselves_out()
    {
        await Provider.Knows("ena", Person("ena", "managers"));
        var browser = Visitor(Here);
        await SignIn(browser, "ena");

        Assert.Null((await browser.Get("/me")).Html.QuerySelector("form[action='/me/identity/removal']"));
        await browser.Post("/me/identity/removal", from: "/me");
        Assert.Equal(1, await Count("account_identity"));
        Assert.Equal("/me", (await browser.Get("/sign-in/identity/link")).Location);
    }

    private async Task<(Holder Who, Browser Browser)> SignedIn(string? email = null, Grant[]? roles = null)
    {
        var (who, browser) = (await Holder.Open(Here.Services, Holder.New(email), roles ?? [Reader]), Visitor(Here));
        await who.SignIn(browser);
        return (who, browser);
    }
}

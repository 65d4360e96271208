using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class KeepingASession(Server server) : OnOneDatabase(server)
{
    private static readonly Grant Manager = new(Role.RolloutManager, ScopeKind.Portal, ScopeId: null);

    private PortalFactory factory = null!;
    private string session = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        factory = Node();
    }

    [Fact]
    public async Task It_lasts_thirty_days_from_the_last_visit()
    {
        var (browser, _) = await SignedIn(remember: true);

        Time.Pass(TimeSpan.FromDays(20));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).Status);
        Time.Pass(TimeSpan.FromDays(20));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).Status);
        Time.Pass(TimeSpan.FromDays(31));
        Assert.Equal("/sign-in?returnUrl=%2Fme", (await browser.Get("/me")).Location);
    }

    [Fact]
    public async Task Unless_remembered_it_ends_with_the_working_day()
    {
        var (browser, _) = await SignedIn(remember: false);

        Time.Pass(TimeSpan.FromHours(13));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
    }

    [Fact]
    public async Task When_it_has_ended_htmx_gets_a_dialog_and_goes_on_with_a_new_token()
    {
        var (browser, who) = await SignedIn(remember: false);
        Time.Pass(TimeSpan.FromHours(13));

        var asked = await browser.Get("/me", partial: true);
        var wrong = await browser.Submit(asked, "#sign-in-dialog form[method=post]", ("Email", who.Email), ("Password", "forkert"));
        var again = await browser.Submit(wrong, "#sign-in-dialog form[method=post]", ("Email", who.Email), ("Password", who.Password));
        using var language = new HttpRequestMessage(HttpMethod.Post, "/language") { Content = new FormUrlEncodedContent([new("language", "sv")]) };
        language.Headers.Add("X-Antiforgery-Token", again.Headers["X-Antiforgery-Token"]);
        using var sent = await browser.Client.SendAsync(language);

        Assert.Equal(HttpStatusCode.Unauthorized, asked.Status);
        Assert.Equal("/sign-in/again", asked.Html.QuerySelector("dialog#sign-in-dialog form[method=post]")!.GetAttribute("action"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Html.QuerySelector("dialog#sign-in-dialog [role=alert]"));
        Assert.Equal(HttpStatusCode.NoContent, again.Status);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Fact]
    public async Task A_form_sent_too_late_leads_back_to_its_page()
    {
        var (browser, _) = await SignedIn(remember: false);
        var page = await browser.Get("/me/password");
        Time.Pass(TimeSpan.FromHours(13));
        browser.Client.DefaultRequestHeaders.Referrer = new Uri("http://localhost/me/password");

        var late = await browser.Submit(page, "form[action='/me/password']");

        Assert.Equal("/sign-in?returnUrl=%2Fme%2Fpassword", late.Location);
    }

    [Fact]
    public async Task The_hub_answers_whoever_has_none_with_a_status_alone()
    {
        var answer = await Anonymous().Get("/live");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Empty(answer.Text);
    }

    [Fact]
    public async Task A_disabled_account_loses_its_pages_at_once()
    {
        var (browser, who) = await SignedIn(remember: true);

        await Do(who, account => account.Disable());

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_with_the_next_page()
    {
        var (browser, who) = await SignedIn(remember: true);
        Assert.Contains("Udrulningsleder", (await browser.Get("/me")).Words, StringComparison.Ordinal);

        await Do(who, account => account.RevokeRole(Manager));

        Assert.DoesNotContain("Udrulningsleder", (await browser.Get("/me")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        var (here, who) = await SignedIn(remember: true);
        var elsewhere = Anonymous();
        await who.SignIn(elsewhere);

        var changed = await here.Submit(
            await here.Get("/me/password"), "form[action='/me/password']",
            ("Current", who.Password), ("Chosen", "ny lang adgangskode"), ("Repeated", "ny lang adgangskode"));

        Assert.Equal("/me?changed=password", changed.Location);
        Assert.Contains("Andre enheder er logget ud", (await here.Get(changed.Location!)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(Anonymous())).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await (who with { Password = "ny lang adgangskode" }).SignIn(Anonymous())).Status);
    }

    [Fact]
    public async Task Signing_out_ends_it_for_every_copy_of_its_cookie_and_no_other_device()
    {
        var who = await Holder.Open(factory.Services, Holder.New(), Manager);
        var (here, copy, phone) = (Anonymous(), Anonymous(), Anonymous());
        var cookie = (await who.SignIn(here)).Cookies.Single(one => one.StartsWith("portal.session=", StringComparison.Ordinal)).Split(';')[0];
        await who.SignIn(phone);
        copy.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await copy.Get("/me")).Status);

        await here.Submit(await here.Get("/me"), "main form[action='/sign-out']");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await phone.Get("/me")).Status);
    }

    [Fact]
    public async Task Another_node_hears_that_it_has_ended()
    {
        var (here, _) = await SignedIn(remember: true);
        var page = await here.Get("/me");
        var there = Visitor(Node());
        there.Client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", page.Cookies.Append(session).Select(cookie => cookie.Split(';')[0])));
        Assert.Equal(HttpStatusCode.OK, (await there.Get("/me")).Status);

        await here.Submit(page, "main form[action='/sign-out']");

        var after = await Soon.Is(() => there.Get("/me"), answer => answer.Status is not HttpStatusCode.OK);
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?returnUrl=%2Fme"), (after.Status, after.Location));
    }

    private Browser Anonymous() => Visitor(factory);

    private async Task<(Browser Browser, Holder Who)> SignedIn(bool remember)
    {
        var who = await Holder.Open(factory.Services, Holder.New(), Manager);
        var browser = Anonymous();
        var answer = await who.SignIn(browser, remember: remember);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        session = answer.Cookies.Single(one => one.StartsWith("portal.session=", StringComparison.Ordinal));
        return (browser, who);
    }

    private async Task Do(Holder who, Func<Account, Domain.Decision<AccountEvent>> decide) =>
        Assert.Null(await factory.Services.GetRequiredService<Ledger>().Decide(who.Id, decide));
}

using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>Against a real provider, over HTTP, from the button to the page one was going to.</summary>
public sealed class SigningInAtTheProvider(Server server) : OnOneDatabase(server)
{
    private static readonly Grant Manager = new(Role.RolloutManager, ScopeKind.Portal, ScopeId: null);
    private static readonly Grant Reader = new(Role.Reader, ScopeKind.Portal, ScopeId: null);

    private readonly RealProvider provider = new();
    private PortalFactory node = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await provider.Start();
        node = Node(settings: provider.Settings);
        await Map("managers", Manager);
        await Map("readers", Reader);
    }

    public override async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_button_stands_first_and_leads_through_the_provider_to_where_one_was_going()
    {
        await provider.Knows("anna", Person("anna", "managers"));
        var browser = Visitor(node);
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
        await provider.Knows("anna", Person("anna", "managers"));

        Assert.Equal("0;url=/", (await SignIn(Visitor(node), "anna", $"/sign-in/identity?returnUrl={Uri.EscapeDataString(returnUrl)}")).Headers["Refresh"]);
    }

    [Fact]
    public async Task Roles_follow_the_claims_and_what_was_granted_by_hand_stays()
    {
        await provider.Knows("bo", Person("bo", "managers"));
        await SignIn(Visitor(node), "bo");
        var account = await AccountOf("bo@kommune.dk");
        await Do<Account, AccountEvent>(account, a => a.GrantRole(Reader));

        await provider.Knows("bo", Person("bo", "readers") with { Name = "Bo Nyt-Navn", Email = "bo.ny@kommune.dk" });
        await SignIn(Visitor(node), "bo");
        var now = await Known(account);
        Assert.Equal(("Bo Nyt-Navn", "bo.ny@kommune.dk"), (now.Name, now.Email));
        Assert.Equal([Reader], now.Rights.Grants);

        await provider.Knows("bo", Person("bo"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(node), "bo")).Status);
        await Do<Account, AccountEvent>(account, a => a.RevokeRole(Reader));
        Assert.Equal("norole", Fault(await SignIn(Visitor(node), "bo")));
    }

    [Fact]
    public async Task Whom_the_table_does_not_know_gets_no_account_but_an_explanation_in_their_language()
    {
        await provider.Knows("eva", Person("eva", "kantinen"));

        var danish = await SignIn(Visitor(node), "eva");
        var browser = new Browser(Visitor(node).Client, Guid.Empty) { Language = "sv" };
        var swedish = await SignIn(browser, "eva");

        Assert.Equal((HttpStatusCode.Forbidden, "norole"), (danish.Status, Fault(danish)));
        Assert.Contains("Prøvekøbing kender dig, men portalen har ingen rolle til dig", danish.Words, StringComparison.Ordinal);
        Assert.Contains("Prøvekøbing känner dig", swedish.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Count("account"));
        Assert.Equal("sign-in", (await browser.Get("/me")).Location?[1..8]);
    }

    [Fact]
    public async Task An_invited_account_becomes_ones_own_only_by_an_address_that_is_vouched_for()
    {
        var invited = Guid.CreateVersion7();
        Assert.Null(await node.Services.GetRequiredService<AccountRegister>().Open(new NewAccount(invited, "Inviteret", "ida@kommune.dk", null, [Reader])));
        await provider.Knows("early", Person("ida", "readers"));
        Assert.Equal("addresstaken", Fault(await SignIn(Visitor(node), "early")));
        await Do<Account, AccountEvent>(invited, a => new AccountInvited(invited, Guid.CreateVersion7()));

        await provider.Knows("fake", Person("ida", "readers") with { Verified = false });
        Assert.Equal("addresstaken", Fault(await SignIn(Visitor(node), "fake")));
        await provider.Knows("ida", Person("ida"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(node), "ida")).Status);
        await provider.Knows("second", Person("ida", "readers"));
        Assert.Equal("addresstaken", Fault(await SignIn(Visitor(node), "second")));

        Assert.Equal("Ida Ærlig", (await Known(invited)).Name);
        Assert.Equal(1, await Count("account"));
    }

    [Fact]
    public async Task Somebody_with_a_password_links_the_two_themselves()
    {
        var who = await Holder.Open(node.Services, Holder.New("kai@kommune.dk"), Reader);
        await provider.Knows("kai", Person("kai", "managers"));
        Assert.Equal("addresstaken", Fault(await SignIn(Visitor(node), "kai")));

        var browser = Visitor(node);
        await who.SignIn(browser);
        Assert.Contains("Kontoen er ikke knyttet til Prøvekøbing", (await browser.Get("/me")).Words, StringComparison.Ordinal);
        Assert.Equal("0;url=/me", (await SignIn(browser, "kai", "/sign-in/identity/link")).Headers["Refresh"]);

        Assert.Contains("Kontoen er knyttet til dig", (await browser.Get("/me")).Words, StringComparison.Ordinal);
        Assert.Equal(2, (await Known(who.Id)).Rights.Grants.Count);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(node), "kai")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(Visitor(node))).Status);

        await provider.Knows("other", Person("other", "readers"));
        Assert.Equal("linkedelsewhere", Fault(await SignIn(browser, "other", "/sign-in/identity/link")));
    }

    [Fact]
    public async Task A_link_is_made_by_whoever_began_it_alone()
    {
        await provider.Knows("liv", Person("liv", "managers"));
        var who = await Holder.Open(node.Services, Holder.New(), Reader);
        var browser = Visitor(node);
        await who.SignIn(browser);
        var back = await provider.NewVisit().SignIn((await browser.Get("/sign-in/identity/link")).Location!, "liv");
        await browser.Submit(await browser.Get("/me"), "main form[action='/sign-out']");

        Assert.Equal("expired", Fault(await browser.Get(back.PathAndQuery)));
    }

    [Fact]
    public async Task A_disabled_account_stays_out_and_loses_what_it_had_open()
    {
        await provider.Knows("mia", Person("mia", "managers"));
        var browser = Visitor(node);
        await SignIn(browser, "mia");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).Status);

        await Do<Account, AccountEvent>(await AccountOf("mia@kommune.dk"), a => a.Disable());

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
        Assert.Equal("disabled", Fault(await SignIn(Visitor(node), "mia")));
    }

    [Fact]
    public async Task What_came_back_once_does_not_come_back_again_and_nothing_from_another_browser_does()
    {
        await provider.Knows("nis", Person("nis", "managers"));
        var browser = Visitor(node);
        var start = await browser.Get("/sign-in/identity");
        var cookie = start.Cookies.Single(one => one.StartsWith("portal.identity.", StringComparison.Ordinal)).Split(';')[0];
        var back = (await provider.NewVisit().SignIn(start.Location!, "nis")).PathAndQuery;

        Assert.Equal("expired", Fault(await Visitor(node).Get(back)));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(back)).Status);
        Assert.Equal("expired", Fault(await browser.Get(back)));
        var thief = Visitor(node);
        thief.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal("expired", Fault(await thief.Get(back)));
        Assert.Equal("expired", Fault(await thief.Get("/sign-in/identity/callback")));
        Assert.Equal("expired", Fault(await thief.Get($"/sign-in/identity/callback?code=x&state={new string('x', 5_000)}")));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_the_verifier_of_its_visit()
    {
        await provider.Knows("ole", Person("ole", "managers"));
        var (browser, visit) = (Visitor(node), provider.NewVisit());
        var query = QueryHelpers.ParseQuery(new Uri((await browser.Get("/sign-in/identity")).Location!).Query);
        Assert.Equal(("S256", 43), (query["code_challenge_method"].ToString(), query["code_challenge"].ToString().Length));

        var stolen = QueryHelpers.ParseQuery((await visit.SignIn((await Visitor(node).Get("/sign-in/identity")).Location!, "ole")).Query)["code"];

        Assert.Equal("untrusted", Fault(await browser.Get($"/sign-in/identity/callback?code={stolen}&state={query["state"]}")));
    }

    [Fact]
    public async Task Two_tabs_do_not_disturb_each_other()
    {
        await provider.Knows("pia", Person("pia", "managers"));
        var (browser, visit) = (Visitor(node), provider.NewVisit());
        var (first, second) = (await browser.Get("/sign-in/identity?returnUrl=/me"), await browser.Get("/sign-in/identity?returnUrl=/help"));

        var (there, again) = (await visit.SignIn(second.Location!, "pia"), await visit.SignIn(first.Location!, "pia"));

        Assert.Equal("0;url=/me", (await browser.Get(again.PathAndQuery)).Headers["Refresh"]);
        Assert.Equal("0;url=/help", (await browser.Get(there.PathAndQuery)).Headers["Refresh"]);
        Assert.Equal(1, await Count("account"));
    }

    [Fact]
    public async Task From_the_dialog_it_opens_in_another_tab_and_the_page_that_waits_goes_on()
    {
        await provider.Knows("per", Person("per", "managers"));
        var browser = Visitor(node);
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
    public async Task Whoever_turns_back_is_told_that_nothing_has_changed()
    {
        var browser = Visitor(node);
        var back = await provider.NewVisit().Cancel((await browser.Get("/sign-in/identity?returnUrl=/help")).Location!);
        var told = await browser.Get(back.PathAndQuery);

        Assert.Equal((HttpStatusCode.Forbidden, "cancelled"), (told.Status, Fault(told)));
        Assert.Equal("/sign-in/identity?returnUrl=%2Fhelp", told.Html.QuerySelector("main a[data-kind=primary]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Somebody_too_slow_begins_anew()
    {
        await provider.Knows("rie", Person("rie", "managers"));
        var browser = Visitor(node);
        var back = await provider.NewVisit().SignIn((await browser.Get("/sign-in/identity")).Location!, "rie");
        Time.Pass(TimeSpan.FromMinutes(21));

        Assert.Equal("expired", Fault(await browser.Get(back.PathAndQuery)));
    }

    [Fact]
    public async Task Signing_out_of_the_portal_signs_out_there_too()
    {
        await provider.Knows("siv", Person("siv", "managers"));
        var (browser, visit) = (Visitor(node), provider.NewVisit());
        await browser.Get((await visit.SignIn((await browser.Get("/sign-in/identity")).Location!, "siv")).PathAndQuery);

        var left = await browser.Submit(await browser.Get("/me"), "main form[action='/sign-out']");
        var back = await visit.SignOut(left.Headers["Refresh"][6..]);

        Assert.Equal((HttpStatusCode.OK, "http://localhost/sign-in"), (left.Status, back.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
        Assert.True(await visit.Asks((await browser.Get("/sign-in/identity")).Location!));
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_fetched_when_it_is_met()
    {
        await provider.Knows("ulf", Person("ulf", "managers"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(node), "ulf")).Status);
        await provider.Stop();
        await provider.Start();
        await provider.Knows("ulf", Person("ulf", "managers"));
        Time.Pass(TimeSpan.FromSeconds(31));

        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(node), "ulf")).Status);
    }

    [Fact]
    public async Task Without_the_provider_the_portal_starts_and_passwords_go_on()
    {
        await provider.Stop();
        var started = Node(settings: provider.Settings);
        var who = await Holder.Open(started.Services, Holder.New(), Reader);

        var away = await Visitor(started).Get("/sign-in/identity");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "away"), (away.Status, Fault(away)));
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(Visitor(started))).Status);
        await provider.Start();
        Time.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor(started).Get("/sign-in/identity")).Status);
    }

    [Fact]
    public async Task Two_first_sign_ins_at_once_make_one_account()
    {
        await provider.Knows("vera", Person("vera", "managers"));

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignIn(Visitor(node), "vera")));

        Assert.All(all, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(1, await Count("account"));
    }

    private static Someone Person(string name, params string[] groups) =>
        new($"{char.ToUpperInvariant(name[0])}{name[1..]} Ærlig", $"{name}@kommune.dk", true, groups);

    private static string? Fault(Answer answer) => answer.Html.QuerySelector("[data-fault]")?.GetAttribute("data-fault");

    private async Task<Answer> SignIn(Browser browser, string subject, string from = "/sign-in/identity")
    {
        var start = await browser.Get(from);
        return await browser.Get((await provider.NewVisit().SignIn(start.Location!, subject)).PathAndQuery);
    }

    private Task Map(string group, Grant grant) =>
        Do<ClaimRules, ClaimRuleEvent>(ClaimRules.StreamId, table => table.Add(Guid.CreateVersion7(), "groups", group, grant));

    private async Task Do<TState, TEvent>(Guid id, Func<TState, Decision<TEvent>> decide) where TState : class, IState<TState, TEvent> where TEvent : class
    {
        Assert.Null(await node.Services.GetRequiredService<Ledger>().Decide(id, decide));
        node.Services.GetRequiredService<AccountDirectory>().ForgetAll();
    }

    private async Task<SignedInAccount> Known(Guid id)
    {
        node.Services.GetRequiredService<AccountDirectory>().Forget(id);
        return (await node.Services.GetRequiredService<AccountDirectory>().Find(id))!;
    }

    private async Task<Guid> AccountOf(string email) =>
        (await node.Services.GetRequiredService<ReadTables>().Query("select id from account where email = $1", row => row.GetGuid(0), default, email)).Single();

    private async Task<long> Count(string table) =>
        (await node.Services.GetRequiredService<ReadTables>().Query($"select count(*) from {table}", row => row.GetInt64(0))).Single();

    private sealed record Someone(
        [property: System.Text.Json.Serialization.JsonPropertyName("name")] string Name,
        [property: System.Text.Json.Serialization.JsonPropertyName("email")] string Email,
        [property: System.Text.Json.Serialization.JsonPropertyName("email_verified")] bool Verified,
        [property: System.Text.Json.Serialization.JsonPropertyName("groups")] string[] Groups);
}

using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>One visit there, and what can go wrong with it.</summary>
public sealed class VisitingTheProvider(Server server) : AtTheProvider(server)
{
    [Fact]
    public async Task What_came_back_once_does_not_come_back_again_and_nothing_from_another_browser_does()
    {
        await Provider.Knows("nis", Person("nis", "managers"));
        var browser = Visitor(Here);
        var start = await browser.Get("/sign-in/identity");
        var cookie = start.Cookies.Single(one => one.StartsWith("portal.identity.", StringComparison.Ordinal)).Split(';')[0];
        var back = (await Provider.NewVisit().SignIn(start.Location!, "nis")).PathAndQuery;

        Assert.Equal("expired", Fault(await Visitor(Here).Get(back)));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(back)).Status);
        Assert.Equal("expired", Fault(await browser.Get(back)));
        var thief = Visitor(Here);
        thief.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal("expired", Fault(await thief.Get(back)));
        Assert.Equal("expired", Fault(await thief.Get("/sign-in/identity/callback")));
        Assert.Equal("expired", Fault(await thief.Get($"/sign-in/identity/callback?code=x&state={new string('x', 5_000)}")));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_the_verifier_of_its_visit()
    {
        await Provider.Knows("ole", Person("ole", "managers"));
        var (browser, visit) = (Visitor(Here), Provider.NewVisit());
        var query = QueryHelpers.ParseQuery(new Uri((await browser.Get("/sign-in/identity")).Location!).Query);
        Assert.Equal(("S256", 43), (query["code_challenge_method"].ToString(), query["code_challenge"].ToString().Length));

        var stolen = QueryHelpers.ParseQuery((await visit.SignIn((await Visitor(Here).Get("/sign-in/identity")).Location!, "ole")).Query)["code"];

        Assert.Equal("untrusted", Fault(await browser.Get($"/sign-in/identity/callback?code={stolen}&state={query["state"]}")));
    }

    [Fact]
    public async Task Two_tabs_do_not_disturb_each_other()
    {
        await Provider.Knows("pia", Person("pia", "managers"));
        var (browser, visit) = (Visitor(Here), Provider.NewVisit());
        var (first, second) = (await browser.Get("/sign-in/identity?returnUrl=/me"), await browser.Get("/sign-in/identity?returnUrl=/help"));

        var (there, again) = (await visit.SignIn(second.Location!, "pia"), await visit.SignIn(first.Location!, "pia"));

        Assert.Equal("0;url=/me", (await browser.Get(again.PathAndQuery)).Headers["Refresh"]);
        Assert.Equal("0;url=/help", (await browser.Get(there.PathAndQuery)).Headers["Refresh"]);
        Assert.Equal(1, await Count("account"));
    }

    [Fact]
    public async Task Whoever_turns_back_is_told_that_nothing_has_changed()
    {
        var browser = Visitor(Here);
        var back = await Provider.NewVisit().Cancel((await browser.Get("/sign-in/identity?returnUrl=/help")).Location!);
        var told = await browser.Get(back.PathAndQuery);

        Assert.Equal((HttpStatusCode.Forbidden, "cancelled"), (told.Status, Fault(told)));
        Assert.Equal("/sign-in/identity?returnUrl=%2Fhelp", told.Html.QuerySelector("main a[data-kind=primary]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Somebody_too_slow_begins_anew()
    {
        await Provider.Knows("rie", Person("rie", "managers"));
        var browser = Visitor(Here);
        var back = await Provider.NewVisit().SignIn((await browser.Get("/sign-in/identity")).Location!, "rie");
        Time.Pass(TimeSpan.FromMinutes(21));

        Assert.Equal("expired", Fault(await browser.Get(back.PathAndQuery)));
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_fetched_when_it_is_met()
    {
        await Provider.Knows("ulf", Person("ulf", "managers"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(Here), "ulf")).Status);
        await Provider.Stop();
        await Provider.Start();
        await Provider.Knows("ulf", Person("ulf", "managers"));
        Time.Pass(TimeSpan.FromSeconds(31));

        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(Here), "ulf")).Status);
    }

    [Fact]
    public async Task Without_the_provider_the_portal_starts_and_passwords_go_on()
    {
        await Provider.Stop();
        var started = Node(settings: Provider.Settings);
        var who = await Holder.Open(started.Services, Holder.New(), Reader);

        var away = await Visitor(started).Get("/sign-in/identity");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "away"), (away.Status, Fault(away)));
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(Visitor(started))).Status);
        await Provider.Start();
        Time.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor(started).Get("/sign-in/identity")).Status);
    }
}

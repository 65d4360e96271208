using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Security;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Security;

/// <summary>A request may name any host. No link that somebody else opens leads there.</summary>
public sealed class AskingAsAnotherHost(Server server) : OnOneDatabase(server)
{
    private const string Own = "https://portal.eksempel.dk";
    private const string Foreign = "https://ond.eksempel.com";

    private static readonly (string, string)[] WithProvider = [("Portal:Oidc:Authority", "https://login.eksempel.dk"), ("Portal:Oidc:ClientId", "portal")];

    [Theory]
    [InlineData(null, "Portalen kender ikke sin egen adresse")]
    [InlineData("sv", "Portalen känner inte till sin egen adress")]
    [InlineData("en", "The portal does not know its own address")]
    public async Task Without_an_address_no_link_is_made_and_each_page_says_what_has_to_be_set(string? language, string said)
    {
        var (node, rollout, holder, browser) = await Administrator(Foreign, language);
        var links = await Links(node);

        foreach (var page in new[] { "/welcome", "/accounts/invitations/new", "/accounts/invitations/several", $"/accounts/{holder.Id}", $"/locations/{rollout.NorthA}/poster", $"/areas/{rollout.North}/posters", $"/waves/{rollout.Wave1}/posters" })
        {
            var shown = await browser.Get(page);
            Assert.True(shown.Html.QuerySelector("[data-missing=address]")?.TextContent.Contains(said, StringComparison.Ordinal), page);
            Assert.Contains("Portal__Address", shown.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("ond.eksempel", shown.Text, StringComparison.Ordinal);
            Assert.Empty(shown.Html.QuerySelectorAll(".poster, form[action$='/reset-links']"));
        }

        var invited = await Invite(browser);
        var reset = await browser.Post($"/accounts/{holder.Id}/reset-links", from: $"/accounts/{holder.Id}");
        Assert.All([invited, reset], answer =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(said, answer.Html.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("ond.eksempel", answer.Text, StringComparison.Ordinal);
        });
        Assert.Contains("Ny Kollega", invited.Text, StringComparison.Ordinal); // What was typed stays.
        Assert.Equal((links, 1), (await Links(node), await Accounts(node)));
    }

    [Fact]
    public async Task Nor_is_anybody_sent_to_the_identity_provider_with_a_way_back_that_may_be_anybodys()
    {
        var answer = await Asking(Node("Production", WithProvider), Foreign).Get("/sign-in/identity");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, null), (answer.Status, answer.Location));
        Assert.Equal("nowayback", answer.Html.QuerySelector("[data-fault]")!.GetAttribute("data-fault"));
        Assert.Contains("Portal__Address", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_its_own_machine_links_are_made_without_one()
    {
        var (_, _, _, browser) = await Administrator("https://localhost:7001");

        var letter = await Invite(browser);

        Assert.StartsWith("https://localhost:7001/", Link(letter), StringComparison.Ordinal);
        Assert.Null((await browser.Get("/accounts/invitations/new")).Html.QuerySelector("[data-missing=address]"));
    }

    [Fact]
    public async Task The_address_that_is_set_stands_in_every_link_whatever_was_forwarded()
    {
        var (_, rollout, holder, browser) = await Administrator(Own, null, ("Portal:Address", $"{Own}/"), ("Portal:TrustedProxies", "0.0.0.0/0, ::/0"));
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var (invited, reset) = (await Invite(browser), await browser.Post($"/accounts/{holder.Id}/reset-links", from: $"/accounts/{holder.Id}"));
        var poster = (await browser.Get($"/locations/{rollout.NorthA}/poster")).Html.QuerySelector(".poster footer small")!.TextContent;

        Assert.All([Link(invited), Link(reset), poster], link => Assert.StartsWith($"{Own}/", link, StringComparison.Ordinal));
        Assert.DoesNotContain("ond.eksempel", invited.Text + reset.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_is_set_no_other_host_is_served_but_the_way_home_is_told()
    {
        var (node, rollout, holder, browser) = await Administrator(Foreign, null, ("Portal:Address", Own));
        var links = await Links(node);

        foreach (var address in new[] { "/", "/sign-in", "/sign-in/identity", $"/accounts/{holder.Id}", $"/locations/{rollout.NorthA}/poster", "/live", "/access-log/export.csv", "/no/such/page" })
            Assert.Equal((address, HttpStatusCode.BadRequest), (address, (await browser.Get(address)).Status));
        using var reset = await browser.Client.PostAsync($"/accounts/{holder.Id}/reset-links", new FormUrlEncodedContent([]));
        var page = await browser.Get("/sign-in");

        Assert.Equal(HttpStatusCode.BadRequest, reset.StatusCode);
        Assert.Contains("Portalen har en anden adresse", page.Words, StringComparison.Ordinal);
        Assert.Equal(Own, page.Html.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.DoesNotContain("ond.eksempel", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/css/tokens.css")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Asking(node, "https://127.0.0.1:8080").Get("/sign-in")).Status);
        Assert.Equal(links, await Links(node));
    }

    [Fact]
    public async Task Hosts_that_are_listed_are_its_own()
    {
        var (node, _, _, browser) = await Administrator(Own, null, ("AllowedHosts", "portal.eksempel.dk;localhost"));

        Assert.StartsWith($"{Own}/", Link(await Invite(browser)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Asking(node, Foreign).Get("/sign-in")).Status);
    }

    [Theory]
    [InlineData("portal.eksempel.dk", true, false)]
    [InlineData("PORTAL.eksempel.dk:8443", true, false)]
    [InlineData("localhost:5080", true, true)]
    [InlineData("127.0.0.1", true, true)]
    [InlineData("[::1]:8080", true, true)]
    [InlineData("portal.eksempel.dk.ond.eksempel.com", false, false)]
    [InlineData("localhost.ond.eksempel.com", false, false)]
    [InlineData("127.0.0.1.ond.eksempel.com", false, false)]
    [InlineData("192.0.2.1", false, false)]
    [InlineData("", false, false)]
    public void A_host_is_the_portals_own_or_this_machines(string host, bool served, bool local)
    {
        var (told, untold) = (Node("Production", ("Portal:Address", Own)), Node("Production"));

        Assert.Equal(served, told.Services.GetRequiredService<KnownHosts>().Serves(new HostString(host)));
        Assert.Equal(local, untold.Services.GetRequiredService<KnownHosts>().LeadsHere(new HostString(host)));
        Assert.True(untold.Services.GetRequiredService<KnownHosts>().Serves(new HostString(host)));
    }

    /// <summary>Signed in under a host, behind somebody who says to have been asked for as another.</summary>
    private async Task<(PortalFactory Node, SmallRollout Rollout, Holder Holder, Browser Browser)> Administrator(string host, string? language = null, params (string, string)[] settings)
    {
        var node = Node("Production", settings);
        var rollout = new SmallRollout(node.Services);
        await rollout.Load();
        var holder = await Holder.Open(node.Services, Holder.New(), Grant.Everything);
        var browser = Asking(node, host, language);
        // Where the host is refused, nobody can sign in; and then it makes no difference.
        if (settings is [("Portal:Address", _)]) return (node, rollout, holder, browser);
        await holder.SignIn(browser);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", new Uri(Foreign).Host);
        return (node, rollout, holder, browser);
    }

    private static Browser Asking(PortalFactory node, string host, string? language = null) => new(Visitor(node, host).Client, Guid.Empty) { Language = language };

    private static async Task<Answer> Invite(Browser browser) => await browser.Submit(
        await browser.Get("/accounts/invitations/new"), "form[action='/accounts/invitations/new'][method=post]",
        ("Form.Name", "Ny Kollega"), ("Form.Email", "ny@eksempel.dk"), ("Form.Grants[0].Role", nameof(Role.Reader)), ("Form.Grants[0].Scope", "Portal"), ("Form.Language", "da"));

    private static string Link(Answer letter) => letter.Html.QuerySelector("#link-0")!.GetAttribute("value")!;

    private static Task<long> Links(PortalFactory node) => Source(node).Scalar<long>("select count(*) from one_time_link");

    private static async Task<int> Accounts(PortalFactory node) => (int)await Source(node).Scalar<long>("select count(*) from account");

    private static NpgsqlDataSource Source(PortalFactory node) => node.Services.GetRequiredService<NpgsqlDataSource>();
}

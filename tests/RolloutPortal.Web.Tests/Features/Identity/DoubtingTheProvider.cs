using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>What comes back is believed only where it proves itself.</summary>
public sealed class DoubtingTheProvider(Server server) : OnOneDatabase(server)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    private readonly BadProvider provider = new();
    private PortalFactory node = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Time.Stop();
        provider.Time = Time;
        await provider.Start();
        node = Node(settings: provider.Settings);
        Assert.Null(await node.Services.GetRequiredService<Ledger>().Decide<ClaimRules, ClaimRuleEvent>(
            ClaimRules.StreamId, table => table.Add(Guid.CreateVersion7(), "groups", "managers", new Grant(Role.RolloutManager, ScopeKind.Portal, null))));
    }

    public override async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_token_as_it_should_be_is_believed() => Assert.Null(await Fault(claims => provider.Sign(claims)));

    /// <summary>Times in seconds from now.</summary>
    public static TheoryData<string, object?> Wrong => new()
    {
        { "nonce", "of another visit" }, { "nonce", null }, { "iss", "https://evil.example" }, { "aud", "another" }, { "sub", null }, { "sub", "" },
        { "exp", -120 }, { "exp", null }, { "nbf", 121 }, { "azp", "another" }, { "at_hash", "AAAAAAAAAAAAAAAAAAAAAA" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task One_that_is_not_is_none(string claim, object? value) => Assert.Equal("untrusted", await Fault(claims =>
    {
        if (value is null) claims.Remove(claim);
        else claims[claim] = value is int seconds ? provider.Seconds(seconds) : value;
        return provider.Sign(claims);
    }));

    [Fact]
    public async Task Clocks_may_differ_by_two_minutes() => Assert.Null(await Fault(claims =>
    {
        (claims["exp"], claims["nbf"]) = (provider.Seconds(-119), provider.Seconds(120));
        return provider.Sign(claims);
    }));

    [Fact]
    public async Task Only_the_providers_own_signature_counts()
    {
        using var other = RSA.Create(2048);
        var secret = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('x', 64))) { KeyId = "one" }, SecurityAlgorithms.HmacSha256);

        Assert.Equal("untrusted", await Fault(BadProvider.WithoutSignature));
        Assert.Equal("untrusted", await Fault(claims => provider.Sign(claims, BadProvider.Key("one", other))));
        Assert.Equal("untrusted", await Fault(claims => provider.Sign(claims, secret)));
        Assert.Equal("untrusted", await Fault(_ => "no.token.atall"));
        Assert.Equal("untrusted", await Fault(_ => ""));
    }

    [Fact]
    public async Task An_unknown_key_is_asked_for_once_and_a_flood_of_them_asks_no_more()
    {
        using var other = RSA.Create(2048);
        Assert.Null(await Fault(claims => provider.Sign(claims)));
        Time.Pass(TimeSpan.FromSeconds(31));
        for (var i = 0; i < 5; i++)
            Assert.Equal("untrusted", await Fault(claims => provider.Sign(claims, BadProvider.Key($"unknown {i}", other))));

        Assert.Equal(2, provider.KeysAsked);
    }

    [Fact]
    public async Task A_provider_that_fails_is_told_apart_from_one_that_lies()
    {
        Assert.Equal("away", await Fault(_ => null));
        var browser = Visitor(node);
        var state = await StateOf(browser);
        Assert.Equal("untrusted", FaultOf(await browser.Get($"/sign-in/identity/callback?code=x&state={state}&iss=https%3A%2F%2Fevil.example")));
        Assert.Equal("away", FaultOf(await browser.Get($"/sign-in/identity/callback?error=server_error&state={await StateOf(browser)}")));
        Assert.Equal("untrusted", FaultOf(await browser.Get($"/sign-in/identity/callback?error=%3Cscript%3E&error_description=%3Cb%3E&state={await StateOf(browser)}")));
        Assert.Equal("cancelled", FaultOf(await browser.Get($"/sign-in/identity/callback?error=access_denied&state={await StateOf(browser)}")));
    }

    [Fact]
    public async Task A_document_that_speaks_for_another_issuer_is_none()
    {
        provider.Issuer = "https://evil.example";
        await using var fresh = Node(settings: provider.Settings);

        Assert.Equal("away", FaultOf(await Visitor(fresh).Get("/sign-in/identity")));
    }

    [Fact]
    public async Task Without_a_name_or_an_address_nobody_gets_an_account()
    {
        Assert.Equal("noaddress", await Fault(claims => Without(claims, "email")));
        Assert.Equal("noaddress", await Fault(claims => { claims["email"] = "no address"; return provider.Sign(claims); }));
        Assert.Null(await Fault(claims => Without(claims, "name")));
    }

    [Fact]
    public async Task Huge_and_strange_claims_harm_nobody() => Assert.Null(await Fault(claims =>
    {
        claims["name"] = new string('æ', 5_000);
        claims["groups"] = Enumerable.Range(0, 1_500).Select(i => $"group {i} <script>").Append("managers").ToArray();
        claims["deep"] = new Dictionary<string, object> { ["a"] = new Dictionary<string, object> { ["b"] = new[] { "c" } } };
        return provider.Sign(claims);
    }));

    [Fact]
    public async Task Told_past_the_browser_that_somebody_has_signed_out_it_ends_their_sessions()
    {
        var (browser, other) = (Visitor(node), Visitor(node));
        Assert.Null(await Fault(claims => { claims["sid"] = "session 1"; return provider.Sign(claims); }, browser));
        Assert.Null(await Fault(claims => { claims["sid"] = "session 2"; return provider.Sign(claims); }, other));

        var token = provider.Sign(Logout(("sid", "session 1")));
        Assert.Equal(HttpStatusCode.OK, await Tell(token));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/me")).Status);

        Assert.Equal(HttpStatusCode.BadRequest, await Tell(token));
        Assert.Equal(HttpStatusCode.OK, await Tell(provider.Sign(Logout(("sub", "anna")))));
        Assert.Equal(HttpStatusCode.Redirect, (await other.Get("/me")).Status);
    }

    [Fact]
    public async Task Nobody_else_can_tell_so()
    {
        using var forger = RSA.Create(2048);
        var browser = Visitor(node);
        Assert.Null(await Fault(claims => provider.Sign(claims), browser));

        Assert.Equal(HttpStatusCode.BadRequest, await Tell(provider.Sign(Logout(("sub", "anna")), BadProvider.Key("one", forger))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(provider.Sign(Logout(("sub", "anna"), ("nonce", "x")))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(provider.Sign(Logout(("sub", "anna"), ("events", new Dictionary<string, object>())))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(provider.Sign(Logout(("sub", "anna"), ("iat", provider.Seconds(-400))))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(provider.Sign(Logout())));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(provider.Sign(provider.Claims("x"))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(""));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).Status);
    }

    private Dictionary<string, object> Logout(params (string Name, object Value)[] more)
    {
        Dictionary<string, object> claims = new()
        {
            ["iss"] = provider.Authority,
            ["aud"] = "portal",
            ["iat"] = provider.Seconds(0),
            ["exp"] = provider.Seconds(120),
            ["jti"] = $"{Guid.NewGuid()}",
            ["events"] = new Dictionary<string, object> { [LogoutEvent] = new Dictionary<string, object>() },
        };
        foreach (var (name, value) in more)
            claims[name] = value;
        return claims;
    }

    private async Task<HttpStatusCode> Tell(string token)
    {
        using var answer = await Visitor(node).Client.PostAsync("/sign-in/identity/sign-out", new FormUrlEncodedContent([new("logout_token", token)]));
        return answer.StatusCode;
    }

    private string Without(Dictionary<string, object> claims, string name)
    {
        claims.Remove(name);
        return provider.Sign(claims);
    }

    private static async Task<string> StateOf(Browser browser) =>
        QueryHelpers.ParseQuery(new Uri((await browser.Get("/sign-in/identity")).Location!).Query)["state"].ToString();

    /// <returns>Null: signed in.</returns>
    private async Task<string?> Fault(Func<Dictionary<string, object>, string?> token, Browser? browser = null)
    {
        browser ??= Visitor(node);
        var query = QueryHelpers.ParseQuery(new Uri((await browser.Get("/sign-in/identity")).Location!).Query);
        provider.Token = token(provider.Claims(query["nonce"]));
        return FaultOf(await browser.Get($"/sign-in/identity/callback?code=x&state={query["state"]}"));
    }

    private static string? FaultOf(Answer answer) => answer.Status is HttpStatusCode.OK ? null : answer.Html.QuerySelector("[data-fault]")?.GetAttribute("data-fault") ?? $"{answer.Status}";
}

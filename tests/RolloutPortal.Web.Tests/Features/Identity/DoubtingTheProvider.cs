using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>What comes back is believed only where it proves itself.</summary>
public sealed class DoubtingTheProvider(Server server) : AtABadProvider(server)
{
    [Fact]
    public async Task A_token_as_it_should_be_is_believed() => Assert.Null(await Fault(claims => Provider.Sign(claims)));

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
        else claims[claim] = value is int seconds ? Provider.Seconds(seconds) : value;
        return Provider.Sign(claims);
    }));

    [Fact]
    public async Task Clocks_may_differ_by_two_minutes() => Assert.Null(await Fault(claims =>
    {
        (claims["exp"], claims["nbf"]) = (Provider.Seconds(-119), Provider.Seconds(120));
        return Provider.Sign(claims);
    }));

    [Fact]
    public async Task Only_the_providers_own_signature_counts()
    {
        using var other = RSA.Create(2048);
        var secret = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('x', 64))) { KeyId = "one" }, SecurityAlgorithms.HmacSha256);

        Assert.Equal("untrusted", await Fault(BadProvider.WithoutSignature));
        Assert.Equal("untrusted", await Fault(claims => Provider.Sign(claims, BadProvider.Key("one", other))));
        Assert.Equal("untrusted", await Fault(claims => Provider.Sign(claims, secret)));
        Assert.Equal("untrusted", await Fault(_ => "no.token.atall"));
        Assert.Equal("untrusted", await Fault(_ => ""));
    }

    [Fact]
    public async Task An_unknown_key_is_asked_for_once_and_a_flood_of_them_asks_no_more()
    {
        using var other = RSA.Create(2048);
        Assert.Null(await Fault(claims => Provider.Sign(claims)));
        Time.Pass(TimeSpan.FromSeconds(31));
        for (var i = 0; i < 5; i++)
            Assert.Equal("untrusted", await Fault(claims => Provider.Sign(claims, BadProvider.Key($"unknown {i}", other))));

        Assert.Equal(2, Provider.KeysAsked);
    }

    [Fact]
    public async Task A_provider_that_fails_is_told_apart_from_one_that_lies()
    {
        Assert.Equal("away", await Fault(_ => null));
        var browser = Visitor(Here);
        var state = await StateOf(browser);
        Assert.Equal("untrusted", FaultOf(await browser.Get($"/sign-in/identity/callback?code=x&state={state}&iss=https%3A%2F%2Fevil.example")));
        Assert.Equal("away", FaultOf(await browser.Get($"/sign-in/identity/callback?error=server_error&state={await StateOf(browser)}")));
        Assert.Equal("untrusted", FaultOf(await browser.Get($"/sign-in/identity/callback?error=%3Cscript%3E&error_description=%3Cb%3E&state={await StateOf(browser)}")));
        Assert.Equal("cancelled", FaultOf(await browser.Get($"/sign-in/identity/callback?error=access_denied&state={await StateOf(browser)}")));
    }

    [Fact]
    public async Task A_document_that_speaks_for_another_issuer_is_none()
    {
        Provider.Issuer = "https://evil.example";
        await using var fresh = Node(settings: Provider.Settings);

        Assert.Equal("away", FaultOf(await Visitor(fresh).Get("/sign-in/identity")));
    }

    [Fact]
    public async Task Without_a_name_or_an_address_nobody_gets_an_account()
    {
        Assert.Equal("noaddress", await Fault(claims => Without(claims, "email")));
        Assert.Equal("noaddress", await Fault(claims => { claims["email"] = "no address"; return Provider.Sign(claims); }));
        Assert.Null(await Fault(claims => Without(claims, "name")));
    }

    [Fact]
    public async Task Huge_and_strange_claims_harm_nobody() => Assert.Null(await Fault(claims =>
    {
        claims["name"] = new string('æ', 5_000);
        claims["groups"] = Enumerable.Range(0, 1_500).Select(i => $"group {i} <script>").Append("managers").ToArray();
        claims["deep"] = new Dictionary<string, object> { ["a"] = new Dictionary<string, object> { ["b"] = new[] { "c" } } };
        return Provider.Sign(claims);
    }));

    private string Without(Dictionary<string, object> claims, string name)
    {
        claims.Remove(name);
        return Provider.Sign(claims);
    }
}

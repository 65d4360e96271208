using System.Net;
using System.Security.Cryptography;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>That somebody has signed out at the provider is told past the browser, and believed only from the provider.</summary>
public sealed class HearingOfSignOuts(Server server) : AtABadProvider(server)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    [Fact]
    public async Task Told_past_the_browser_that_somebody_has_signed_out_it_ends_their_sessions()
    {
        var (browser, other) = (Visitor(Here), Visitor(Here));
        Assert.Null(await Fault(claims => { claims["sid"] = "session 1"; return Provider.Sign(claims); }, browser));
        Assert.Null(await Fault(claims => { claims["sid"] = "session 2"; return Provider.Sign(claims); }, other));

        var token = Provider.Sign(Logout(("sid", "session 1")));
        Assert.Equal(HttpStatusCode.OK, await Tell(token));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/me")).Status);

        Assert.Equal(HttpStatusCode.BadRequest, await Tell(token));
        Assert.Equal(HttpStatusCode.OK, await Tell(Provider.Sign(Logout(("sub", "anna")))));
        Assert.Equal(HttpStatusCode.Redirect, (await other.Get("/me")).Status);
    }

    [Fact]
    public async Task Nobody_else_can_tell_so()
    {
        using var forger = RSA.Create(2048);
        var browser = Visitor(Here);
        Assert.Null(await Fault(claims => Provider.Sign(claims), browser));

        Assert.Equal(HttpStatusCode.BadRequest, await Tell(Provider.Sign(Logout(("sub", "anna")), BadProvider.Key("one", forger))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(Provider.Sign(Logout(("sub", "anna"), ("nonce", "x")))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(Provider.Sign(Logout(("sub", "anna"), ("events", new Dictionary<string, object>())))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(Provider.Sign(Logout(("sub", "anna"), ("iat", Provider.Seconds(-400))))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(Provider.Sign(Logout())));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(Provider.Sign(Provider.Claims("x"))));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell(""));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).Status);
    }

    private Dictionary<string, object> Logout(params (string Name, object Value)[] more)
    {
        Dictionary<string, object> claims = new()
        {
            ["iss"] = Provider.Authority,
            ["aud"] = "portal",
            ["iat"] = Provider.Seconds(0),
            ["exp"] = Provider.Seconds(120),
            ["jti"] = $"{Guid.NewGuid()}",
            ["events"] = new Dictionary<string, object> { [LogoutEvent] = new Dictionary<string, object>() },
        };
        foreach (var (name, value) in more)
            claims[name] = value;
        return claims;
    }

    private async Task<HttpStatusCode> Tell(string token)
    {
        using var answer = await Visitor(Here).Client.PostAsync("/sign-in/identity/sign-out", new FormUrlEncodedContent([new("logout_token", token)]));
        return answer.StatusCode;
    }
}

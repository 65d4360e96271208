using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.AccessLog;

/// <summary>Where a request came from is what the connection says, and what proxies say that are named.</summary>
public sealed class BelievingProxies(Portal portal) : IClassFixture<Portal>
{
    private const string Proxy = "10.0.0.5";
    private const string Said = "6.6.6.6";

    [Theory]
    [InlineData("", Proxy)]
    [InlineData("10.0.0.9", Proxy)]
    [InlineData(Proxy, Said)]
    [InlineData("10.0.0.0/24", Said)]
    public async Task Only_those_that_are_named_are_believed(string named, string address)
    {
        await using var node = new PortalFactory(portal.ConnectionString) { Settings = new() { ["Portal:TrustedProxies"] = named } };
        var account = await portal.OpenAccount(portal.WidestOf(Role.Reader));
        var cookie = await portal.Cookie(account);

        await node.Server.SendAsync(
            http =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(Proxy);
                (http.Request.Method, http.Request.Path) = ("GET", "/programmes/new");
                http.Request.Headers.Cookie = cookie;
                http.Request.Headers["X-Forwarded-For"] = Said;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(address, Assert.Single(await node.Services.LogOf(account)).Address);
    }
}

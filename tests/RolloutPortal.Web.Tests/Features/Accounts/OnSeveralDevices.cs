using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

/// <summary>Somebody with an account, and devices on which they are signed in.</summary>
public abstract class OnSeveralDevices(Server server) : OnOneDatabase(server)
{
    protected const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";

    protected PortalFactory Here { get; private set; } = null!;

    private protected Holder Who { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Here = Node();
        Who = await Holder.Open(Here.Services, Holder.New(), Grant.Everything);
    }

    protected async Task<Browser> SignedIn(string? userAgent = null)
    {
        var browser = Visitor(Here);
        if (userAgent is not null) browser.Client.DefaultRequestHeaders.Add("User-Agent", userAgent);
        Assert.Equal(HttpStatusCode.SeeOther, (await Who.SignIn(browser)).Status);
        return browser;
    }
}

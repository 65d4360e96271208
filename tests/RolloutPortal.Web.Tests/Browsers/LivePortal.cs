using Microsoft.Playwright;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>The portal with the small rollout on a real port, and people in front of real browsers.</summary>
public sealed class LivePortal(Server server, Chromium chromium) : IAsyncLifetime
{
    private readonly Portal portal = new(server) { OnPort = true };

    public Portal Portal => portal;

    public SmallRollout Rollout => portal.Rollout;

    public Uri Address => portal.Address!;

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    /// <summary>Somebody at a desk of 1400 px.</summary>
    public Task<Person> AtDesk(params Grant[] grants) => Open(new() { ViewportSize = new() { Width = 1400, Height = 900 } }, grants);

    /// <summary>Somebody with a phone of 360 px, and thumbs.</summary>
    public Task<Person> OnPhone(params Grant[] grants) =>
        Open(new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 }, grants);

    /// <summary>Nobody signed in.</summary>
    public Task<Person> Stranger() => Open(new() { ViewportSize = new() { Width = 1400, Height = 900 } });

    /// <summary>Somebody who prepares something over HTTP, at the real port.</summary>
    public async Task<Browser> SignIn(params Grant[] grants)
    {
        var account = await portal.OpenAccount(grants);
        var cookie = (await portal.Cookie(account)).Split('=', 2);
        var handler = new HttpClientHandler { AllowAutoRedirect = false };
        handler.CookieContainer.Add(Address, new System.Net.Cookie(cookie[0], cookie[1]));
        return new Browser(new HttpClient(handler) { BaseAddress = Address }, account);
    }

    private async Task<Person> Open(BrowserNewContextOptions options, params Grant[] grants)
    {
        options.Locale = "da-DK";
        options.BaseURL = Address.ToString();
        var context = await (await chromium.Start()).NewContextAsync(options);
        var account = Guid.Empty;
        if (grants.Length > 0)
        {
            account = await portal.OpenAccount(grants);
            var cookie = (await portal.Cookie(account)).Split('=', 2);
            await context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = Address.ToString() }]);
        }

        return await Person.Open(context, account);
    }
}

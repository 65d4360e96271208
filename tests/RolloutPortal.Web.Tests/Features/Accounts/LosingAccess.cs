using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing.Live;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

/// <summary>A disabled account or a changed scope loses pages and open topics within ten seconds (decisions.md 19).</summary>
public sealed class LosingAccess(Server server) : IAsyncLifetime
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    private readonly Portal portal = new(server) { OnPort = true };

    private Grant Here => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    private AccountDecisions Decisions => portal.Services.GetRequiredService<AccountDecisions>();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public Task Disabled_it_loses_both() => Loses(id => Decisions.Disable(id, by: null, "Ny stilling"), HttpStatusCode.Redirect);

    [Fact]
    public Task With_another_scope_it_loses_what_was_left() => Loses(
        async id => await Decisions.GrantRole(id, Here with { ScopeId = portal.Rollout.SouthA }) ?? await Decisions.RevokeRole(id, Here), HttpStatusCode.NotFound);

    [Fact]
    public async Task It_holds_too_when_nothing_tells_of_the_change()
    {
        var (time, id) = (new MovableTime(), await portal.OpenAccount(Here));
        var deaf = new AccountDirectory(portal.Services.GetRequiredService<ReadTables>(), time);
        Assert.NotEmpty((await deaf.Find(id))!.Rights.Grants);

        Assert.Null(await Decisions.RevokeRole(id, Here));
        time.Pass(Promised / 2);

        Assert.Empty((await deaf.Find(id))!.Rights.Grants);
    }

    private async Task Loses(Func<Guid, Task<Domain.Refusal?>> change, HttpStatusCode page)
    {
        var account = await portal.OpenAccount(Here);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Add("Cookie", await portal.Cookie(account));
        var browser = new Browser(client, account);
        var (location, topic) = ($"/locations/{portal.Rollout.NorthA}", $"hypercare/{portal.Rollout.NorthA}");
        await using var board = await LiveClient.Connect(portal.Address!, await portal.Cookie(browser.Account));
        Assert.Equal([topic], await board.Watch(topic));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(location)).Status);

        Assert.Null(await change(browser.Account));

        Assert.Equal(page, (await browser.Get(location)).Status);
        await board.Closed.WaitAsync(Promised);
    }
}

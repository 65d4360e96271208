using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Testing.Live;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform;

/// <summary>Midnight, with boards that stand open all night and with nobody there at all.</summary>
public sealed class TurningTheDay(Server server) : IAsyncLifetime
{
    private const string Evening = "2022-01-25T22:59:57Z";
    private const string NextMorning = "2022-01-26T05:00:00Z";
    private static readonly DateOnly Tomorrow = SmallRollout.Today.AddDays(1);

    private readonly Portal portal = new(server) { OnPort = true };

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Boards_that_stand_open_ask_again_when_a_day_begins()
    {
        await portal.SetClock(Evening);
        await using var board = await Watching(new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.North));
        await Look();
        var told = new TaskCompletionSource<string[]>();
        board.Nudged += topics => told.TrySetResult(topics);

        await portal.SetClock(NextMorning);
        await Look();

        Assert.Equal(["*"], await told.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.False(board.Closed.IsCompleted);
    }

    [Fact]
    public async Task Where_a_location_has_moved_overnight_its_old_leader_is_shut_out_and_the_new_one_let_in()
    {
        await Move();
        await portal.SetClock(Evening);
        var (before, after) = (new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.North), new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.South));
        await using var old = await Watching(before);
        await Look();

        await portal.SetClock(NextMorning);
        await Look();

        await old.Closed.WaitAsync(TimeSpan.FromSeconds(10));
        var topic = $"hypercare/{portal.Rollout.NorthA}";
        await using var again = await Watching(before);
        await using var newcomer = await Watching(after);
        Assert.Empty(await again.Watch(topic));
        Assert.Equal([topic], await newcomer.Watch(topic));
    }

    [Fact]
    public async Task A_portal_that_was_down_at_midnight_starts_in_the_new_day()
    {
        await Move();
        await portal.SetClock(Evening);
        var (north, south) = (await Cookie(portal.Rollout.North), await Cookie(portal.Rollout.South));
        var page = $"/locations/{portal.Rollout.NorthA}";
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await Opening(portal.Address!, north, page), await Opening(portal.Address!, south, page)));

        await portal.Factory.DisposeAsync();
        var night = new MovableTime();
        night.Pass(TimeSpan.FromHours(6));
        await using var late = new PortalFactory(portal.ConnectionString) { Machine = night };
        var address = late.Listen();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await Opening(address, north, page), await Opening(address, south, page)));
    }

    private Task Move() => portal.Rollout.Do<Location, LocationEvent>(
        portal.Rollout.NorthA, location => location.Describe(location.History!.On(Tomorrow) with { AreaId = portal.Rollout.South }, Tomorrow));

    /// <remarks>It looks every second by itself; asked here, the test need not wait for it.</remarks>
    private Task Look() => portal.Services.GetServices<IHostedService>().OfType<DayTurn>().Single().Look(TestContext.Current.CancellationToken);

    private async Task<LiveClient> Watching(Grant grant)
    {
        var client = await LiveClient.Connect(portal.Address!, await portal.Cookie(await portal.OpenAccount(grant)));
        await client.Watch($"hypercare/{portal.Rollout.NorthA}");
        return client;
    }

    private async Task<string> Cookie(Guid area) => await portal.Cookie(await portal.OpenAccount(new Grant(Role.Leader, ScopeKind.Area, area)));

    private static async Task<HttpStatusCode> Opening(Uri portal, string cookie, string page)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(portal, page)) { Headers = { { "Cookie", cookie } } };
        return (await client.SendAsync(request)).StatusCode;
    }
}

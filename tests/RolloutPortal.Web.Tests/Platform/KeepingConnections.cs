using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Testing.Live;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform;

/// <summary>Who may be connected, for how long, and what many connections leave to others.</summary>
public class KeepingConnections(Server server) : IAsyncLifetime
{
    private readonly Portal portal = new(server) { OnPort = true };

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_changed_right_closes_the_connection()
    {
        var account = await Reader();
        await using var reader = await LiveClient.Connect(portal.Address!, await portal.Cookie(account));
        await reader.Watch($"rollout/{portal.Rollout.Programme}");

        await portal.Rollout.Do<Account, AccountEvent>(account, who => who.Disable());

        await reader.Closed.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Signing_out_closes_the_devices_connections()
    {
        var account = await Reader();
        await using var reader = await LiveClient.Connect(portal.Address!, await portal.Cookie(account));
        await reader.Watch($"rollout/{portal.Rollout.Programme}");

        await portal.Services.GetRequiredService<AccountRegister>().EndSession(account, account);

        await reader.Closed.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Calling_without_end_is_slowed_down()
    {
        await using var reader = await LiveClient.Connect(portal.Address!, await portal.Cookie(await Reader()));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        for (var i = 0; i < 23; i++)
            await reader.Watch($"rollout/{portal.Rollout.Programme}");

        // Three calls too many, half a second each, and a machine that is slow itself brings some of it: at least, and no more is asked.
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(0.8), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_page_of_somebody_else_may_not_listen()
    {
        var cookie = await portal.Cookie(await Reader());

        await using var own = await LiveClient.Connect(portal.Address!, cookie, portal.Address!.GetLeftPart(UriPartial.Authority));
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.Connect(portal.Address!, cookie, "https://ond.eksempel"));
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.Connect(portal.Address!, cookie, "null"));
    }

    [Fact]
    public async Task Another_language_closes_nothing()
    {
        var account = await Reader();
        await using var reader = await LiveClient.Connect(portal.Address!, await portal.Cookie(account));
        await reader.Watch($"rollout/{portal.Rollout.Programme}");
        var nudged = new TaskCompletionSource();
        reader.Nudged += _ => nudged.TrySetResult();

        await portal.Rollout.Do<Account, AccountEvent>(account, who => who.ChooseLanguage("sv"));
        await portal.Rollout.Do<Wave, WaveEvent>(portal.Rollout.Wave2, wave => wave.Assign(portal.Rollout.SouthB));

        await nudged.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.False(reader.Closed.IsCompleted);
    }

    /// <remarks>More than may ask at once; each would take a place for as long as its board is open.</remarks>
    [Fact]
    public async Task Many_open_boards_behind_one_address_leave_room_for_pages()
    {
        var cookie = await portal.Cookie(await Reader());
        var boards = new List<LiveClient>();
        for (var i = 0; i < 520; i++)
            boards.Add(await LiveClient.Connect(portal.Address!, cookie));

        using var http = new HttpClient { BaseAddress = portal.Address, Timeout = TimeSpan.FromSeconds(10) };
        Assert.True((await http.GetAsync(new Uri("/sign-in", UriKind.Relative))).IsSuccessStatusCode);
        await Task.WhenAll(boards.Select(board => board.DisposeAsync().AsTask()));
    }

    private Task<Guid> Reader() => portal.OpenAccount(new Grant(Role.Reader, ScopeKind.Programme, portal.Rollout.Programme));
}

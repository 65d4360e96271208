using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>The one hub: pages say which topics they show, and are nudged when one of them has changed. No data travels here.</summary>
[Authorize(Policies.SignedIn)]
public sealed class LiveHub(AccountDirectory accounts, Topics topics, Watchers watchers, TimeProvider machine) : Hub
{
    private const int MostTopics = 200;

    /// <summary>No page calls so often. A call too many waits, and the connection's next behind it.</summary>
    private const int CallsAtOnce = 20;

    private static readonly TimeSpan CallEach = TimeSpan.FromMilliseconds(500);

    /// <param name="wanted">All that the page shows now; what it showed before and does not any more is let go.</param>
    /// <returns>The topics that were granted.</returns>
    public async Task<IReadOnlyList<string>> Watch(string?[]? wanted)
    {
        await Task.Delay(Pause(), machine, Context.ConnectionAborted);
        if (await Account() is not { IsDisabled: false } account) return [];
        var granted = await topics.Watchable(account, [.. (wanted ?? []).OfType<string>().Distinct().Take(MostTopics)], Context.ConnectionAborted);
        foreach (var topic in granted)
            await Groups.AddToGroupAsync(Context.ConnectionId, topic, Context.ConnectionAborted);
        foreach (var gone in watchers.Watch(Context.ConnectionId, account, granted))
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, gone, Context.ConnectionAborted);
        // The account may have changed while topics were granted: after this line a change closes the connection by itself.
        var now = await Account();
        if (!account.MaySeeAs(now) || Session.IdOf(Context.User) is not { } session || !now!.Sessions.Contains(session)) Context.Abort();
        return granted;
    }

    public override async Task OnConnectedAsync()
    {
        if (Actor.AccountId(Context.User) is { } id) watchers.Add(Context.ConnectionId, id, Session.IdOf(Context.User), Context);
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Remove(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    /// <summary>Each call moves the connection's next turn on; twenty may be ahead of it.</summary>
    private TimeSpan Pause()
    {
        var now = machine.GetUtcNow();
        var turn = Context.Items.TryGetValue(nameof(Pause), out var next) && (DateTimeOffset)next! > now ? (DateTimeOffset)next : now;
        Context.Items[nameof(Pause)] = turn + CallEach;
        var pause = turn - now - CallsAtOnce * CallEach;
        return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
    }

    private async Task<SignedInAccount?> Account() =>
        Actor.AccountId(Context.User) is { } id ? await accounts.Find(id, Context.ConnectionAborted) : null;
}

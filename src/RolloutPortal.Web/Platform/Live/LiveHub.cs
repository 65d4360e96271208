using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>The one hub: pages say which topics they show, and are nudged when one of them has changed. No data travels here.</summary>
[Authorize(Policies.SignedIn)]
public sealed class LiveHub(AccountDirectory accounts, Topics topics, Watchers watchers) : Hub
{
    private const int MostTopics = 200;

    /// <param name="wanted">All that the page shows now; what it showed before and does not any more is let go.</param>
    /// <returns>The topics that were granted.</returns>
    public async Task<IReadOnlyList<string>> Watch(string[] wanted)
    {
        if (await Account() is not { IsDisabled: false } account) return [];
        var granted = new List<string>();
        foreach (var topic in wanted.Distinct().Take(MostTopics))
        {
            if (!await topics.MayWatch(account, topic, Context.ConnectionAborted)) continue;
            granted.Add(topic);
            await Groups.AddToGroupAsync(Context.ConnectionId, topic, Context.ConnectionAborted);
        }

        foreach (var gone in watchers.Watch(Context.ConnectionId, account, granted))
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, gone, Context.ConnectionAborted);
        // The account may have changed while topics were granted: after this line a change closes the connection by itself.
        if (!account.MaySeeAs(await Account())) Context.Abort();
        return granted;
    }

    public override async Task OnConnectedAsync()
    {
        if (Actor.AccountId(Context.User) is { } id) watchers.Add(Context.ConnectionId, id, Context);
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Remove(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<SignedInAccount?> Account() =>
        Actor.AccountId(Context.User) is { } id ? await accounts.Find(id, Context.ConnectionAborted) : null;
}

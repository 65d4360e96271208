using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>Who has which topics open on this node, so that a change of rights can close them.</summary>
public sealed class Watchers
{
    private readonly ConcurrentDictionary<string, Watcher> open = [];

    public int Count => open.Count;

    /// <summary>Everybody who has a connection open.</summary>
    public IReadOnlySet<Guid> Accounts => open.Values.Select(watcher => watcher.AccountId).ToHashSet();

    /// <param name="sessionId">The device's: when it signs out, its connections end.</param>
    public void Add(string connectionId, Guid accountId, Guid? sessionId, HubCallerContext context) =>
        open[connectionId] = new Watcher(accountId, sessionId, context);

    /// <returns>The topics that this connection had open and has no longer.</returns>
    /// <param name="account">As it was when these topics were granted to it.</param>
    public IReadOnlyList<string> Watch(string connectionId, SignedInAccount account, IReadOnlyCollection<string> topics)
    {
        if (!open.TryGetValue(connectionId, out var watcher)) return [];
        var gone = watcher.Topics.Except(topics).ToList();
        (watcher.Account, watcher.Topics) = (account, topics);
        return gone;
    }

    public void Remove(string connectionId) => open.TryRemove(connectionId, out _);

    /// <summary>Ends every connection that was granted something while the account was another, or whose session has ended: its pages
    /// connect again and ask anew.</summary>
    /// <param name="now">Null: there is no such account any more.</param>
    public void CloseOutdated(Guid accountId, SignedInAccount? now)
    {
        foreach (var watcher in open.Values.Where(watcher => watcher.AccountId == accountId && watcher.IsOutdated(now)))
            watcher.Context.Abort();
    }

    /// <summary>Ends every connection: places lie elsewhere from today on, and what was granted is asked for anew.</summary>
    public void CloseAll()
    {
        foreach (var watcher in open.Values) watcher.Context.Abort();
    }

    private sealed record Watcher(Guid AccountId, Guid? SessionId, HubCallerContext Context)
    {
        /// <summary>Null until something was granted.</summary>
        public SignedInAccount? Account { get; set; }

        /// <summary>A hub hears one call of a connection at a time.</summary>
        public IReadOnlyCollection<string> Topics { get; set; } = [];

        public bool IsOutdated(SignedInAccount? now) =>
            Account?.MaySeeAs(now) == false || (SessionId is { } session && now?.Sessions.Contains(session) != true);
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>Who has which topics open on this node, so that a change of rights can close them.</summary>
public sealed class Watchers
{
    private readonly ConcurrentDictionary<string, Watcher> open = [];

    public int Count => open.Count;

    public void Add(string connectionId, Guid accountId, HubCallerContext context) => open[connectionId] = new Watcher(accountId, context);

    /// <returns>The topics that this connection had open and has no longer.</returns>
    public IReadOnlyList<string> Watch(string connectionId, IReadOnlyCollection<string> topics)
    {
        if (!open.TryGetValue(connectionId, out var watcher)) return [];
        var gone = watcher.Topics.Except(topics).ToList();
        watcher.Topics = topics;
        return gone;
    }

    public void Remove(string connectionId) => open.TryRemove(connectionId, out _);

    /// <summary>Ends every connection of an account whose rights changed: its pages connect again and ask anew.</summary>
    public void Close(Guid accountId)
    {
        foreach (var watcher in open.Values.Where(watcher => watcher.AccountId == accountId))
            watcher.Context.Abort();
    }

    private sealed record Watcher(Guid AccountId, HubCallerContext Context)
    {
        /// <summary>A hub hears one call of a connection at a time.</summary>
        public IReadOnlyCollection<string> Topics { get; set; } = [];
    }
}

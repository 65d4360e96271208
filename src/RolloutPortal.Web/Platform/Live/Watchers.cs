using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>Who has which topics open on this node, so that a change of rights can close them.</summary>
public sealed class Watchers
{
    private readonly ConcurrentDictionary<string, Watcher> open = [];

    public int Count => open.Count;

    public void Add(string connectionId, Guid accountId, HubCallerContext context) => open[connectionId] = new Watcher(accountId, context);

    public void Watch(string connectionId, IEnumerable<string> topics)
    {
        if (!open.TryGetValue(connectionId, out var watcher)) return;
        foreach (var topic in topics)
            watcher.Topics.TryAdd(topic, 0);
    }

    public void Remove(string connectionId) => open.TryRemove(connectionId, out _);

    /// <summary>Ends every connection of an account whose rights changed: its pages connect again and ask anew.</summary>
    public void Close(Guid accountId)
    {
        foreach (var watcher in open.Values.Where(watcher => watcher.AccountId == accountId))
            watcher.Context.Abort();
    }

    /// <summary>Topics that somebody has open.</summary>
    public IReadOnlySet<string> Topics() => open.Values.SelectMany(watcher => watcher.Topics.Keys).ToHashSet();

    private sealed record Watcher(Guid AccountId, HubCallerContext Context)
    {
        public ConcurrentDictionary<string, byte> Topics { get; } = [];
    }
}

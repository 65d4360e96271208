using System.Collections.Concurrent;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>The position of the last change of each topic that this node has heard of: a part of the key of cached fragments.</summary>
public sealed class TopicPositions
{
    private readonly ConcurrentDictionary<string, long> last = [];
    private long all;

    public void Set(IEnumerable<string> topics, long position)
    {
        foreach (var topic in topics)
            last[topic] = position;
    }

    /// <summary>Something may have been missed: every topic counts as changed.</summary>
    public void SetAll(long position)
    {
        last.Clear();
        Interlocked.Exchange(ref all, position);
    }

    public long Of(IEnumerable<string> topics) => topics.Select(topic => last.GetValueOrDefault(topic)).Append(Interlocked.Read(ref all)).Max();
}

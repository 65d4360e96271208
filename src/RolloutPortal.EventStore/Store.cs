using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Reading;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore;

/// <summary>The log of what happened: append to one stream, read one stream forward, and keep the read tables true.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly GroupWriter writer;
    private readonly StreamLoader streams;

    /// <param name="source">From <see cref="StoreSchema.Connect"/>; the store does not dispose it.</param>
    /// <param name="now">Portal time; cut to milliseconds, and never earlier in the log than the event before.</param>
    public Store(NpgsqlDataSource source, StoreSchema schema, EventTypes types, ReadModelSet models, Func<DateTimeOffset> now)
    {
        Source = source;
        Schema = schema;
        Types = types;
        Models = models;
        streams = new StreamLoader(source, types);
        Tables = new ReadTableKeeper(source, schema, types, models);
        writer = new GroupWriter(source, new GroupCommit(models, now, topics => Committed?.Invoke(topics)));
    }

    /// <summary>Told with the topics of what this process has just committed, before its callers hear of it: what is kept in memory
    /// forgets in time for them to see what they did. Must be quick and must not throw.</summary>
    public event Action<IReadOnlySet<string>>? Committed;

    public NpgsqlDataSource Source { get; }

    public StoreSchema Schema { get; }

    public EventTypes Types { get; }

    public ReadModelSet Models { get; }

    /// <summary>Builds, swaps and checks the read tables.</summary>
    public ReadTableKeeper Tables { get; }

    /// <summary>Writes events, texts and read rows in one transaction, together with whatever else is waiting.</summary>
    /// <exception cref="StaleVersionException">The stream has moved on.</exception>
    /// <exception cref="WrongStreamTypeException">The id belongs to a stream of another type.</exception>
    /// <exception cref="ClaimTakenException">A reserved key has another owner.</exception>
    /// <exception cref="ShapeChangedException">A newer process took the read tables over.</exception>
    public Task<Appended> Append(Append append)
    {
        if (append.Events.Count == 0) throw new ArgumentException("An append without events says nothing.", nameof(append));
        return writer.Write(new PendingAppend(append, Types));
    }

    /// <summary>As <see cref="Append(Append)"/>, for events of several streams that make sense only together: all are written, or none.</summary>
    /// <param name="appends">Of different streams, in the order in which the log shall tell them; a claim and the release that frees
    /// its key stand in the same one.</param>
    public Task<Appended[]> Append(IReadOnlyList<Append> appends)
    {
        if (appends.Count == 0 || appends.Any(append => append.Events.Count == 0))
            throw new ArgumentException("An append without events says nothing.", nameof(appends));
        var others = appends.Skip(1).Select(append => new PendingAppend(append, Types)).ToArray();
        var first = new PendingAppend(appends[0], Types) { Others = others };
        return Task.WhenAll(others.Select(other => other.Done).Prepend(writer.Write(first)));
    }

    /// <summary>One stream, oldest first.</summary>
    /// <returns>Empty when there is no such stream.</returns>
    /// <exception cref="WrongStreamTypeException">The id belongs to a stream of another type.</exception>
    public Task<IReadOnlyList<StoredEvent>> Read(Guid streamId, string? streamType = null, CancellationToken ct = default) =>
        streams.Read(streamId, streamType, ct);

    /// <summary>Several streams of one type, each oldest first; one that there is not is not among them.</summary>
    /// <exception cref="WrongStreamTypeException">One of the ids belongs to a stream of another type.</exception>
    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<StoredEvent>>> ReadAll(IReadOnlyCollection<Guid> streamIds, string streamType, CancellationToken ct = default) =>
        streams.Read(streamIds, streamType, ct);

    /// <summary>The position of the last event; 0 for an empty log.</summary>
    public Task<long> Head(CancellationToken ct = default) => LogHead.Of(Source, ct);

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}

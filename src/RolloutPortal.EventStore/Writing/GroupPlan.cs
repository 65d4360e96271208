namespace RolloutPortal.EventStore.Writing;

/// <summary>Which appends of a group can be stored, at which versions and positions, and what the others are told.</summary>
internal sealed class GroupPlan(GroupSight seen, DateTimeOffset now)
{
    private readonly List<(PendingAppend Pending, Exception Why)> refused = [];
    private readonly List<(PendingAppend Pending, Appended Found)> found = [];
    private readonly Dictionary<(string Kind, string Key), Guid> owners = new(seen.Owners);

    public List<AcceptedAppend> Accepted { get; } = [];

    /// <summary>Portal time of the last append, never earlier than the event before.</summary>
    public DateTimeOffset At { get; private set; } = seen.LastAt;

    /// <summary>The end of the log before this group.</summary>
    public long Head => seen.Head;

    public long LastPosition => Accepted[^1].LastPosition;

    /// <summary>Keys that have another owner after the group than before, or none.</summary>
    public IEnumerable<(string Kind, string Key)> GivenUp =>
        seen.Owners.Where(before => !owners.TryGetValue(before.Key, out var owner) || owner != before.Value).Select(before => before.Key);

    /// <summary>Keys that have another owner after the group than before, or had none.</summary>
    public IEnumerable<Claim> Taken =>
        owners.Where(after => !seen.Owners.TryGetValue(after.Key, out var owner) || owner != after.Value)
            .Select(after => new Claim(after.Key.Kind, after.Key.Key, after.Value));

    /// <summary>How many events the accepted appends hold.</summary>
    public int Count { get; private set; }

    /// <summary>Whatever stands in the way of one stream's events stands in the way of those that are to be written with them.</summary>
    public void Add(PendingAppend pending)
    {
        if (pending.MayHaveCommitted && seen.Committed.ContainsKey(pending.Events[^1].Id))
            found.AddRange(pending.All.Select(one => (one, Found(one))));
        else if (pending.All.Select(WhyNot).FirstOrDefault(reason => reason is not null) is { } why)
            refused.AddRange(pending.All.Select(one => (one, why)));
        else
            foreach (var one in pending.All) Accept(one, seen.Streams.GetValueOrDefault(one.Append.StreamId).Version);
    }

    /// <summary>Tells every caller, after the commit.</summary>
    public void Answer()
    {
        foreach (var (pending, why) in refused)
            pending.Fail(why);
        foreach (var (pending, appended) in found)
            pending.Succeed(appended);
        foreach (var accepted in Accepted)
            accepted.Pending.Succeed(new Appended(accepted.LastVersion, accepted.LastPosition, accepted.At));
    }

    private Appended Found(PendingAppend pending)
    {
        var (position, at) = seen.Committed[pending.Events[^1].Id];
        return new Appended(pending.Append.ExpectedVersion + pending.Append.Events.Count, position, at);
    }

    private Exception? WhyNot(PendingAppend pending)
    {
        var append = pending.Append;
        var (type, version) = seen.Streams.GetValueOrDefault(append.StreamId, (append.StreamType, 0));
        if (type != append.StreamType) return new WrongStreamTypeException(append.StreamId, append.StreamType, type);
        if (version != append.ExpectedVersion) return new StaleVersionException(append.StreamId, append.ExpectedVersion, version);
        if (append.Holds.FirstOrDefault(held => IsTaken(held, append)) is { } used) return new IdTakenException(used.Id);
        return append.Claims.FirstOrDefault(claim => IsTaken(claim, append.Releases)) is { } taken ? new ClaimTakenException(taken) : null;
    }

    private bool IsTaken(HeldId held, Append append) =>
        held.Id == append.StreamId || seen.Streams.ContainsKey(held.Id) || append.Holds.Count(other => other.Id == held.Id) > 1;

    private bool IsTaken(Claim claim, IReadOnlyList<Claim> releases) =>
        owners.TryGetValue((claim.Kind, claim.Key), out var owner) && owner != claim.Owner && !releases.Contains(claim with { Owner = owner });

    /// <remarks>Later appends of the group see what this one did: versions, keys taken and keys given up.</remarks>
    private void Accept(PendingAppend pending, long version)
    {
        var append = pending.Append;
        var positions = new long[append.Events.Count];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = seen.Positions.Dequeue();
        var at = append.Context.At is { } told ? GroupCommit.Cut(told) : now;
        At = at > At ? at : At;
        Accepted.Add(new AcceptedAppend(pending, version + 1, positions, At));
        Count += positions.Length;
        seen.Streams[append.StreamId] = (append.StreamType, version + positions.Length);
        foreach (var held in append.Holds)
            seen.Streams[held.Id] = (held.Type, 0);
        foreach (var given in append.Releases)
        {
            if (owners.TryGetValue((given.Kind, given.Key), out var owner) && owner == given.Owner) owners.Remove((given.Kind, given.Key));
        }

        foreach (var claim in append.Claims)
            owners[(claim.Kind, claim.Key)] = claim.Owner;
    }
}

/// <param name="FirstVersion">Of the first of its events.</param>
/// <param name="At">Portal time.</param>
internal sealed record AcceptedAppend(PendingAppend Pending, long FirstVersion, long[] Positions, DateTimeOffset At)
{
    public long LastPosition => Positions[^1];

    /// <summary>Of the stream, after it.</summary>
    public long LastVersion => FirstVersion + Positions.Length - 1;
}

namespace RolloutPortal.EventStore.Writing;

/// <summary>Which appends of a group can be stored, at which versions and positions, and what the others are told.</summary>
internal sealed class GroupPlan(GroupSight seen, DateTimeOffset now)
{
    private readonly List<(PendingAppend Pending, Exception Why)> refused = [];
    private readonly List<(PendingAppend Pending, Appended Found)> found = [];

    public List<AcceptedAppend> Accepted { get; } = [];

    /// <summary>Portal time, never earlier than the last event's.</summary>
    public DateTimeOffset At { get; } = now > seen.LastAt ? now : seen.LastAt;

    public long LastPosition => Accepted[^1].LastPosition;

    public void Add(PendingAppend pending)
    {
        var append = pending.Append;
        var (type, version) = seen.Streams.GetValueOrDefault(append.StreamId, (append.StreamType, 0));
        if (pending.MayHaveCommitted && seen.Committed.TryGetValue(pending.EventIds[^1], out var position))
            found.Add((pending, new Appended(append.ExpectedVersion + append.Events.Count, position, At)));
        else if (type != append.StreamType)
            refused.Add((pending, new WrongStreamTypeException(append.StreamId, append.StreamType, type)));
        else if (version != append.ExpectedVersion)
            refused.Add((pending, new StaleVersionException(append.StreamId, append.ExpectedVersion, version)));
        else if (append.Claims.FirstOrDefault(IsTaken) is { } taken)
            refused.Add((pending, new ClaimTakenException(taken)));
        else
            Accept(pending, version);
    }

    /// <summary>Tells every caller, after the commit.</summary>
    public void Answer()
    {
        foreach (var (pending, why) in refused)
            pending.Fail(why);
        foreach (var (pending, appended) in found)
            pending.Succeed(appended);
        foreach (var accepted in Accepted)
            accepted.Pending.Succeed(new Appended(accepted.FirstVersion + accepted.Positions.Length - 1, accepted.LastPosition, At));
    }

    private bool IsTaken(Claim claim) => seen.Owners.TryGetValue((claim.Kind, claim.Key), out var owner) && owner != claim.Owner;

    /// <remarks>Later appends of the group see what this one did: versions, keys taken and keys given up.</remarks>
    private void Accept(PendingAppend pending, long version)
    {
        var append = pending.Append;
        var positions = append.Events.Select(_ => seen.Positions.Dequeue()).ToArray();
        Accepted.Add(new AcceptedAppend(pending, version + 1, positions));
        seen.Streams[append.StreamId] = (append.StreamType, version + append.Events.Count);
        foreach (var given in append.Releases)
        {
            if (seen.Owners.TryGetValue((given.Kind, given.Key), out var owner) && owner == given.Owner) seen.Owners.Remove((given.Kind, given.Key));
        }

        foreach (var claim in append.Claims)
            seen.Owners[(claim.Kind, claim.Key)] = claim.Owner;
    }
}

/// <param name="FirstVersion">Of the first of its events.</param>
internal sealed record AcceptedAppend(PendingAppend Pending, long FirstVersion, long[] Positions)
{
    public long LastPosition => Positions[^1];
}

namespace RolloutPortal.EventStore.Writing;

/// <summary>Events for one stream, with everything that must be written with them or not at all.</summary>
/// <param name="StreamType">The alias of its state; a stream never changes its type.</param>
/// <param name="ExpectedVersion">The version that the decision was made on; 0 for a new stream.</param>
public sealed record Append(Guid StreamId, string StreamType, long ExpectedVersion, IReadOnlyList<object> Events)
{
    /// <summary>Who, on whose request, for which command.</summary>
    public EventContext Context { get; init; } = EventContext.None;

    /// <summary>What people wrote, kept outside the events.</summary>
    public IReadOnlyList<WrittenText> Texts { get; init; } = [];

    /// <summary>Texts of this stream that go for good, with the event that says so. Their ids stay taken.</summary>
    public IReadOnlyList<Guid> RedactedTexts { get; init; } = [];

    /// <summary>Ids of things without a stream of their own that begin with this append: no other thing will ever have them.</summary>
    public IReadOnlyList<HeldId> Holds { get; init; } = [];

    /// <summary>Keys that only one owner may have.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Keys that this owner gives up, before any is claimed; those of others are left alone.</summary>
    public IReadOnlyList<Claim> Releases { get; init; } = [];

    /// <summary>Other rows beside the log (accounts, employees). A failing one fails this append and no other.</summary>
    public IReadOnlyList<SideWrite> SideWrites { get; init; } = [];
}

/// <param name="Correlation">The request.</param>
/// <param name="Causation">The command.</param>
/// <param name="By">The account; null for the portal itself.</param>
public sealed record EventContext(string? Correlation, string? Causation, Guid? By)
{
    public static EventContext None { get; } = new(null, null, null);

    /// <summary>Portal time, where it is not that of the commit: a scenario tells its own past. Never earlier than the event before.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>One version of something that a person wrote. Never changed; a correction is another text.</summary>
public sealed record WrittenText(Guid Id, Guid StreamId, string Body, Guid? WrittenBy, DateTimeOffset WrittenAt);

/// <summary>The id of something that lives in another thing's stream. It is kept as a stream that nobody appends to, so that looking for
/// an id in one place finds whatever has it.</summary>
/// <param name="Type">What it is (<c>area</c>); no state has this name.</param>
public sealed record HeldId(Guid Id, string Type);

/// <summary>A key that may have one owner: kind and key together are unique.</summary>
public sealed record Claim(string Kind, string Key, Guid Owner);

/// <summary>A statement in the append's transaction, with its values for $1, $2 …</summary>
public sealed record SideWrite(string Sql, params object?[] Values)
{
    /// <summary>Writes nothing: where the condition does not hold once all of the transaction is written, the append fails with
    /// <see cref="OvertakenException"/>.</summary>
    /// <param name="condition">Neither true nor false is no answer: ask <c>exists</c>.</param>
    public static SideWrite Demand(string condition, params object?[] values) => new($"select 1 / ({condition})::int", values);
}

/// <summary>What became of an append.</summary>
/// <param name="Version">Of the stream, after it.</param>
/// <param name="Position">Of its last event.</param>
public sealed record Appended(long Version, long Position, DateTimeOffset At);

/// <summary>Somebody else was there first: decide again.</summary>
public sealed class StaleVersionException(Guid streamId, long expected, long actual)
    : Exception($"Stream {streamId} is at version {actual}, not {expected}.")
{
    public Guid StreamId { get; } = streamId;

    public long Expected { get; } = expected;

    public long Actual { get; } = actual;
}

/// <summary>What must hold when all of the transaction is written does not, for something was written meanwhile: decide again.</summary>
/// <param name="rule">The name of the constraint that says so; null: what the append itself demanded (<see cref="SideWrite.Demand"/>).</param>
public sealed class OvertakenException(string? rule, Exception inner) : Exception($"{rule ?? "What the append demands"} would not hold.", inner)
{
    public string? Rule { get; } = rule;
}

/// <summary>The id belongs to a stream of another type.</summary>
public sealed class WrongStreamTypeException(Guid streamId, string expected, string? actual)
    : Exception($"Stream {streamId} is a {actual}, not a {expected}.");

/// <summary>Something else has the id already.</summary>
public sealed class IdTakenException(Guid id) : Exception($"The id {id} belongs to something else.");

/// <summary>A text was to be written under an id that another has or had.</summary>
public sealed class TextTakenException(Exception inner) : Exception("A text's id belongs to another text.", inner);

/// <summary>The key has another owner. It may be somebody's address, and messages are logged: it stands in <see cref="Claim"/> alone.</summary>
public sealed class ClaimTakenException(Claim claim) : Exception($"A key of the kind {claim.Kind} has another owner.")
{
    public Claim Claim { get; } = claim;
}

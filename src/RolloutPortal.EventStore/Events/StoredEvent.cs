namespace RolloutPortal.EventStore.Events;

/// <summary>One event as it stands in the log.</summary>
/// <param name="Position">Its place in the whole log; rises in commit order, with gaps.</param>
/// <param name="Version">Its place in its stream; the first is 1, without gaps.</param>
/// <param name="At">Portal time of the commit, UTC, never earlier than the event before.</param>
/// <param name="Correlation">The request that it came from.</param>
/// <param name="Causation">The command that it came from.</param>
/// <param name="By">The account that did it; null for the portal itself.</param>
public sealed record StoredEvent(
    long Position, Guid Id, Guid StreamId, long Version, object Data, DateTimeOffset At,
    string? Correlation, string? Causation, Guid? By);

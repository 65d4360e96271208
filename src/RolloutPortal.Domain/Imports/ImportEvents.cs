namespace RolloutPortal.Domain.Imports;

/// <summary>What can happen to a file that is imported. Stored for good; ids and counts only.</summary>
public abstract record ImportEvent(Guid ImportId);

/// <summary>All of a file was stored, in the transaction of this event.</summary>
/// <param name="Kind">As the verb takes it: <c>locations</c>, <c>employees</c>.</param>
/// <param name="Doubts">Cells of which somebody said that they hold no person number.</param>
/// <param name="StoredBy">The account; null: the command line.</param>
public sealed record ImportStored(
    Guid ImportId, Guid ProgrammeId, string Kind, int New, int Changed, int Unchanged, int Doubts, Guid? StoredBy, DateTimeOffset At)
    : ImportEvent(ImportId);

/// <summary>What it brought is gone, what it changed is as it was before.</summary>
public sealed record ImportReversed(Guid ImportId, Guid? ReversedBy, DateTimeOffset At) : ImportEvent(ImportId);

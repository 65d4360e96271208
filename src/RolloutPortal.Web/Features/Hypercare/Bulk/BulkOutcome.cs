namespace RolloutPortal.Web.Features.Hypercare.Bulk;

/// <summary>What became of an act on several tickets: each was decided by itself.</summary>
/// <param name="Done">How many are now as they were to be.</param>
/// <param name="Left">Those that are not, and why.</param>
/// <param name="List">The way back; null when there is none.</param>
public sealed record BulkOutcome(BulkAct Act, int Done, IReadOnlyList<LeftTicket> Left, string? List);

/// <param name="Number">As people call it.</param>
/// <param name="Why">In words; the same words stand together.</param>
public sealed record LeftTicket(Guid TicketId, string Number, string Why);

/// <summary>The questions before an act.</summary>
/// <param name="Assignees">Who may have at least one of the tickets, by name.</param>
public sealed record BulkQuestion(BulkForm Form, IReadOnlyList<Assignee> Assignees)
{
    public int Count => Form.Ticked.Count;
}

/// <param name="Reach">How many of the ticked tickets they may have.</param>
public sealed record Assignee(Guid Id, string Name, int Reach);

namespace RolloutPortal.Domain.Hypercare;

/// <summary>Which tickets are held against the expected curve: wishes and mistakes are not (domain.md §5).</summary>
public static class HypercareCount
{
    public static bool Includes(TicketKind kind, TicketStatus status) =>
        kind is not TicketKind.ChangeRequest && status is not (TicketStatus.Withdrawn or TicketStatus.Unlogged);
}

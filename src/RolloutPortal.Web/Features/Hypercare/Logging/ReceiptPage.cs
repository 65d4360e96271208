using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>A ticket has arrived: its number, what happens now, the way to it, and to the next one.</summary>
/// <param name="DraftKey">Whose draft is now acknowledged.</param>
public sealed record ReceiptPage(TicketRow Row, string DraftKey)
{
    /// <summary>Somebody should have it soon, and somebody should notice if nobody has.</summary>
    public bool IsUrgent => Row.Severity is Severity.S1 or Severity.S2;
}

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>A ticket has arrived: its number, the way to it, and to the next one.</summary>
/// <param name="DraftKey">Whose draft is now acknowledged.</param>
public sealed record ReceiptPage(Guid TicketId, Guid LocationId, string DraftKey)
{
    public string Number => TicketNumber.Of(TicketId);
}

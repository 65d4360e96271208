using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Photos;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>A ticket has arrived: its number, what happens now, the way to it, and to the next one.</summary>
/// <param name="DraftKey">Whose draft is now acknowledged.</param>
public sealed record ReceiptPage(TicketRow Row, string DraftKey)
{
    /// <summary>Of photos that came with the form.</summary>
    public PhotosTold Told { get; init; } = PhotosTold.Nothing;

    /// <summary>For photos that a browser sends behind it.</summary>
    public AddPhotos Late => new(Row.TicketId, PhotoFields.Fresh(noCitizen: true), PhotosTold.Nothing);

    /// <summary>Somebody should have it soon, and somebody should notice if nobody has.</summary>
    public bool IsUrgent => Row.Severity is Severity.S1 or Severity.S2;
}

using RolloutPortal.Domain.Photos;
using RolloutPortal.Web.Features.Hypercare.OneTicket;

namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>The fields with which photos are chosen.</summary>
/// <param name="Ids">For those that will be, in their order: photos of one form stand by it.</param>
public sealed record PhotoFields(IReadOnlyList<Guid> Ids, bool NoCitizen = false)
{
    public static PhotoFields Fresh(bool noCitizen = false) => new([.. Enumerable.Range(0, PhotoRules.MostAtOnce).Select(_ => Guid.CreateVersion7()).Order()], noCitizen);
}

/// <summary>The form on a ticket's page that adds photos to it, and what became of those that were just sent.</summary>
public sealed record AddPhotos(Guid TicketId, PhotoFields Fields, PhotosTold Told)
{
    public string Address => $"/tickets/{TicketId}/photos";

    /// <param name="told">Of the address, or of the form that was just sent.</param>
    public static AddPhotos To(TicketPage page, PhotosTold told) => new(page.Row.TicketId, PhotoFields.Fresh(), told);
}

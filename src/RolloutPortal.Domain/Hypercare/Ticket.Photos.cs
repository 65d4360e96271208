using System.Collections.Immutable;
using RolloutPortal.Domain.Photos;

namespace RolloutPortal.Domain.Hypercare;

/// <summary>What a ticket shows of a screen.</summary>
public sealed partial record Ticket
{
    public ImmutableHashSet<Guid> Photos { get; init; } = [];

    public ImmutableHashSet<Guid> RemovedPhotos { get; init; } = [];

    /// <summary>Until withdrawn, as a comment. One that was removed does not come back with a late repeat.</summary>
    public Decision<TicketEvent> AddPhoto(Guid photoId, Guid authorId, DateTimeOffset at) =>
        Gone is { } gone ? gone
        : Photos.Contains(photoId) || RemovedPhotos.Contains(photoId) ? Decision<TicketEvent>.Nothing
        : Photos.Count >= PhotoRules.MostOnATicket ? new Refusal(PhotoRefusals.TooMany, PhotoRules.MostOnATicket)
        : new PhotoAdded(Id, photoId, authorId, at);

    /// <summary>Possible for ever: what should not be seen must be removable (decisions.md 1, 21).</summary>
    public Decision<TicketEvent> RemovePhoto(Guid photoId, DateTimeOffset at) =>
        RemovedPhotos.Contains(photoId) ? Decision<TicketEvent>.Nothing
        : !Photos.Contains(photoId) ? new Refusal(PhotoRefusals.NotFound)
        : new PhotoRemoved(Id, photoId, at);
}

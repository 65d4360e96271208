namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>A photo on a ticket, without its bytes.</summary>
/// <param name="Width">Pixels, as it is shown.</param>
/// <param name="IsRemoved">Its bytes are gone for good.</param>
public sealed record TicketPhoto(Guid Id, Guid TicketId, int Width, int Height, Guid AddedBy, DateTimeOffset AddedAt, bool IsRemoved)
{
    public string Address => $"/tickets/{TicketId}/photos/{Id}";

    public string Small => $"{Address}/small";

    public string Removal => $"{Address}/removal";
}

/// <summary>A picture's bytes.</summary>
/// <param name="Type">As in <c>Content-Type</c>.</param>
public sealed record PhotoBytes(string Type, byte[] Bytes);

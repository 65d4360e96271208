using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using RolloutPortal.Web.Features.Hypercare.Photos;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket.Acts;

/// <summary>A ticket's photos: seen by whoever sees the ticket, added by whoever may comment on it, removed by its reporter, their author and support.</summary>
[Route("tickets/{ticketId:guid}/photos"), Authorize(Policies.SeeTickets)]
public sealed class TicketPhotosController(TicketReader tickets, TicketPhotos photos, PhotoStore store) : TicketActController(tickets)
{
    [HttpGet("{photoId:guid}")]
    public Task<IActionResult> Show(Guid ticketId, Guid photoId, CancellationToken ct) => Picture(ticketId, photoId, isSmall: false, ct);

    [HttpGet("{photoId:guid}/small")]
    public Task<IActionResult> ShowSmall(Guid ticketId, Guid photoId, CancellationToken ct) => Picture(ticketId, photoId, isSmall: true, ct);

    [HttpPost, Authorize(Policies.LogTickets), RequestSizeLimit(PhotoForm.LargestForm)]
    public async Task<IActionResult> Add(Guid ticketId, [FromForm] PhotoForm form, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        ModelState.Clear();
        if (form.Check() is { } refusal)
            return Unprocessable("_PhotoForm", AddPhotos.To(page, PhotosTold.Nothing), refusal, nameof(PhotoForm.NoCitizen));

        var told = await photos.Add(ticketId, form, page.Acts.Me, ct);
        if (form.IsLate) return Fragment("_PhotosTold", told, otherwise: page.Address + told.Query);
        return Fragment("_PhotosAdded", ((await Tickets.Page(ticketId, ct: ct))!, told), otherwise: page.Address + told.Query);
    }

    [HttpGet("{photoId:guid}/removal")]
    public async Task<IActionResult> Confirm(Guid ticketId, Guid photoId, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page || page.Photos.FirstOrDefault(photo => photo.Id == photoId) is not { } photo) return NotFound();
        return page.Acts.MayRemovePhoto(photo.AddedBy) ? Page("RemovePhoto", "_RemovePhoto", new PhotoRemoval(page, photo)) : Forbid();
    }

    [HttpPost("{photoId:guid}/removal")]
    public async Task<IActionResult> Remove(Guid ticketId, Guid photoId, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page || page.Photos.FirstOrDefault(photo => photo.Id == photoId) is not { } photo) return NotFound();
        if (!page.Acts.MayRemovePhoto(photo.AddedBy)) return Forbid();
        return await photos.Remove(ticketId, photoId, ct) is null ? await Done(ticketId, "photo.removal.done", ct) : NotFound();
    }

    /// <summary>Kept by the browser of whoever saw it, and asked about each time: a removed one is gone there too.</summary>
    private async Task<IActionResult> Picture(Guid ticketId, Guid photoId, bool isSmall, CancellationToken ct)
    {
        var tag = new EntityTagHeaderValue($"\"{photoId:N}{(isSmall ? "-small" : "")}\"");
        if (!await store.Has(ticketId, photoId, ct)) return NotFound();
        Response.Headers.CacheControl = "private, no-cache";
        Response.Headers.ETag = tag.ToString();
        if (Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return StatusCode(StatusCodes.Status304NotModified);
        if (await store.Read(ticketId, photoId, isSmall, ct) is not { } picture) return NotFound();
        Response.Headers.ContentDisposition = "inline";
        return File(picture.Bytes, picture.Type);
    }
}

/// <summary>Asking before a photo is removed for good.</summary>
public sealed record PhotoRemoval(TicketPage Ticket, TicketPhoto Photo);

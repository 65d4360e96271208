using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Photos;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>Takes photos to a ticket: each cleaned, all that hold together in one append with their bytes.</summary>
public sealed class TicketPhotos(Ledger ledger, PhotoStore store, Clock clock) : IDisposable
{
    /// <summary>Forms whose photos are in memory at the same time, up to 20 MB each; the others wait, their files on disk.</summary>
    private readonly SemaphoreSlim room = new(3);

    /// <param name="form">One that holds (<see cref="PhotoForm.Check"/>).</param>
    public async Task<PhotosTold> Add(Guid ticketId, PhotoForm form, Guid author, CancellationToken ct = default)
    {
        if (form.Files.Count == 0) return PhotosTold.Nothing;
        await room.WaitAsync(ct);
        try
        {
            var refused = new List<Refusal>();
            var taken = new List<Taken>();
            foreach (var (index, file) in form.Files.Index())
            {
                var (photo, refusal) = index < PhotoRules.MostAtOnce ? await Read(file, PhotoRules.MostBytes, ct) : new(null, new Refusal(PhotoRefusals.TooManyAtOnce, PhotoRules.MostAtOnce));
                if (photo is not null) taken.Add(new Taken(await FreeId(ticketId, form.IdOf(index), photo, ct), photo, await Small(form.Small, index, ct)));
                else refused.Add(refusal!);
            }

            return await Store(ticketId, taken, refused, author, ct);
        }
        finally
        {
            room.Release();
        }
    }

    public Task<Refusal?> Remove(Guid ticketId, Guid photoId, CancellationToken ct = default) => ledger.Decide<Ticket, TicketEvent>(
        ticketId, ticket => ticket.RemovePhoto(photoId, clock.Now), new Together { SideWrites = [PhotoStore.Remove(photoId, ticketId, clock.Now)] }, ct);

    public void Dispose() => room.Dispose();

    /// <summary>Where there is not room for all of them, there is for the first.</summary>
    private async Task<PhotosTold> Store(Guid ticketId, List<Taken> taken, List<Refusal> refused, Guid author, CancellationToken ct)
    {
        for (; taken.Count > 0; taken.RemoveAt(taken.Count - 1))
        {
            var at = clock.Now;
            var refusal = await ledger.Decide<Ticket, TicketEvent>(
                ticketId, ticket => ticket.Decide(taken.Select<Taken, Func<Ticket, Decision<TicketEvent>>>(one => state => state.AddPhoto(one.Id, author, at))),
                new Together { SideWrites = [.. taken.Select(one => PhotoStore.Insert(one.Id, ticketId, one.Photo, one.Small, author, at))] }, ct);
            if (refusal is null) break;
            refused.Add(refusal);
        }

        return new PhotosTold(taken.Count, refused);
    }

    private async Task<Guid> FreeId(Guid ticketId, Guid id, CleanPhoto photo, CancellationToken ct) =>
        await store.IsAnothers(ticketId, id, photo.Bytes, ct) ? Guid.CreateVersion7() : id;

    private static async Task<CleanPhoto.Result> Read(IFormFile file, int mostBytes, CancellationToken ct)
    {
        if (file.Length > mostBytes) return CleanPhoto.Of(new byte[1], mostBytes: 0);
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return CleanPhoto.Of(bytes, mostBytes);
    }

    /// <summary>Null where there is none that is small, and a JPEG: the page then shows the photo itself, made smaller.</summary>
    private static async Task<byte[]?> Small(IReadOnlyList<IFormFile>? small, int index, CancellationToken ct)
    {
        if (small is null || index >= small.Count || small[index].Length == 0) return null;
        var photo = (await Read(small[index], PhotoRules.MostSmallBytes, ct)).Photo;
        return photo is { Type: "image/jpeg", Width: <= PhotoRules.LongestSmallSide, Height: <= PhotoRules.LongestSmallSide } ? photo.Bytes : null;
    }

    private sealed record Taken(Guid Id, CleanPhoto Photo, byte[]? Small);
}

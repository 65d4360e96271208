namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Takes files in, one at a time: each is in memory twice while it is encrypted. The others wait, their files on disk.</summary>
public sealed class ImportUploads(ImportDesk desk) : IDisposable
{
    /// <summary>In one programme, not stored and not given up.</summary>
    public const int MostOpen = 30;

    private readonly SemaphoreSlim room = new(1);

    /// <returns>Null when as many wait as may.</returns>
    public async Task<Guid?> Take(Guid programmeId, string kind, string name, IFormFile file, Guid by, CancellationToken ct)
    {
        await room.WaitAsync(ct);
        try
        {
            if ((await desk.Open(programmeId, ct)).Count >= MostOpen) return null;
            return await desk.Put(programmeId, kind, name, await Content(file, ct), by, ct);
        }
        finally
        {
            room.Release();
        }
    }

    public void Dispose() => room.Dispose();

    private static async Task<byte[]> Content(IFormFile file, CancellationToken ct)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, ct);
        return content;
    }
}

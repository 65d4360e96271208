namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Takes files in, one at a time: each is in memory twice while it is encrypted. The others wait, their files on disk.</summary>
public sealed class ImportUploads(ImportDesk desk, ImportEndings endings) : IDisposable
{
    /// <summary>In one programme, not stored and not given up.</summary>
    public const int MostOpen = 30;

    private readonly SemaphoreSlim room = new(1);

    /// <param name="replaces">The try that this one mends: it is cancelled.</param>
    /// <returns>Null when as many wait as may.</returns>
    public async Task<Guid?> Take(Guid programmeId, string kind, string name, IFormFile file, Guid by, Guid? replaces, CancellationToken ct)
    {
        await room.WaitAsync(ct);
        try
        {
            var open = await desk.Open(programmeId, ct);
            var mended = open.Find(import => import.ImportId == replaces && import.State is ImportState.Checked);
            if (open.Count - (mended is null ? 0 : 1) >= MostOpen) return null;
            var id = await desk.Put(programmeId, kind, name, await Content(file, ct), by, ct);
            if (mended is not null) await endings.Cancel(mended.ImportId, by, ct);
            return id;
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

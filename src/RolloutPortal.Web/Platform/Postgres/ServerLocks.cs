namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>Two locks, shared by all portals on a data directory: who starts or stops the server, and who uses it.</summary>
/// <remarks>The kernel frees both when a portal is killed.</remarks>
internal sealed class ServerLocks
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);
    private FileStream? use;

    private ServerLocks(string folder) => Folder = folder;

    /// <summary>The data directory, links resolved.</summary>
    public string Folder { get; }

    public string StartFile => Path.Combine(Folder, "start.lock");

    public string UseFile => Path.Combine(Folder, "use.lock");

    public static ServerLocks In(string dataDirectory)
    {
        try
        {
            return new(Folders.Real(Folders.Make(Path.GetFullPath(dataDirectory))));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException(
                $"The data directory {dataDirectory} cannot be made or written: {e.Message} "
                + "Choose another with Portal__DataDirectory.", e);
        }
    }

    /// <summary>Only its holder starts, attaches to or stops the server.</summary>
    public async Task<FileStream> Start(ILogger logger, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            if (TryOpen(StartFile, FileShare.None) is { } held) return held;
            if (tries == 100)
                logger.LogInformation("Waiting for another portal that starts or stops PostgreSQL in {Folder}", Folder);
            await Task.Delay(Retry, ct);
        }
    }

    /// <summary>Shared, and held for life: while anybody holds it the server stays.</summary>
    public void Use() => this.use ??= TryOpen(UseFile, FileShare.Read)
        ?? throw new EmbeddedPostgresException($"{UseFile} is locked by a program that is not a portal.");

    /// <summary>Gives up the use; true when nobody else has one. Call it while holding the start lock.</summary>
    public bool LeaveAsLast()
    {
        this.use?.Dispose();
        this.use = null;
        using var alone = TryOpen(UseFile, FileShare.None);
        return alone is not null;
    }

    // Reading is enough for a lock, and lets a portal under another account share files it does not own.
    private static FileStream? TryOpen(string file, FileShare share)
    {
        try
        {
            return new(file, FileMode.OpenOrCreate, FileAccess.Read, share, bufferSize: 0);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }
}

using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Testing;

/// <summary>Data directories of test runs, in a place that an unprivileged user can reach.</summary>
public static class TestFolders
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    private const long PlentyOfMemory = 8_000_000_000;

    private static string Parent { get; } = Of(Fast() ?? Path.GetTempPath());

    private static string ParentOnDisk { get; } = Of(Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath());

    /// <summary>The name of a folder that is not there yet.</summary>
    public static string New() => In(Parent);

    /// <summary>Of one where what is flushed has to reach a disk.</summary>
    public static string NewOnDisk() => In(ParentOnDisk);

    /// <summary>What runs left that were killed: an old folder, and perhaps a server that nobody uses.</summary>
    public static async Task RemoveLeftovers()
    {
        foreach (var folder in new[] { Parent, ParentOnDisk }.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Where(IsOld))
            await StopAndRemove(folder);
    }

    public static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Somebody still looks into it; a later run removes it.
        }
    }

    private static string Of(string folder) => Path.Combine(folder, $"rolloutportal-tests-{Environment.UserName}");

    private static string In(string parent) => Path.Combine(parent, Guid.NewGuid().ToString("N")[..12]);

    // To share a server and to leave it as the last one stops it.
    private static async Task StopAndRemove(string folder)
    {
        try
        {
            if (Directory.GetFiles(folder, "postmaster.pid", SearchOption.AllDirectories).Length > 0)
                await (await EmbeddedPostgres.StartAsync(new(folder, Durable: false))).DisposeAsync();
        }
        catch (EmbeddedPostgresException)
        {
            // It does not even start.
        }

        Remove(folder);
    }

    // A cluster and each of its databases are hundreds of small files; in memory they are made many times faster.
    private static string? Fast()
    {
        const string memory = "/dev/shm";
        if (!Directory.Exists(memory) || new DriveInfo(memory).AvailableFreeSpace < PlentyOfMemory) return null;
        var mount = File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).LastOrDefault(parts => parts[1] == memory);
        return mount is [_, _, "tmpfs", var options, ..] && !options.Split(',').Contains("noexec") ? memory : null;
    }

    private static bool IsOld(string folder) =>
        DateTime.UtcNow - Directory.GetCreationTimeUtc(folder) > LongestStart && !IsUsed(Path.Combine(folder, "use.lock"));

    private static bool IsUsed(string file)
    {
        try
        {
            if (File.Exists(file)) new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace RolloutPortal.Web.Platform.Postgres.Running;

/// <summary>Tells whether a process of the machine belongs to a server's data folder.</summary>
internal static class ServerProcess
{
    public enum Kind
    {
        Gone,
        Ours,
        Another,

        /// <summary>A PostgreSQL whose folder we may not see; what PostgreSQL itself makes of it decides.</summary>
        Unknown,
    }

    public static Kind Of(int pid, ServerFolder folder) => OperatingSystem.IsLinux() ? OnLinux(pid, folder) : ByName(pid);

    /// <summary>Processes of this server that are still there; after a postmaster's sudden death, its orphans.</summary>
    public static IEnumerable<int> All(ServerFolder folder) => OperatingSystem.IsLinux()
        ? Directory.EnumerateDirectories("/proc")
            .Select(entry => int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && OnLinux(pid, folder) is Kind.Ours)
        : [];

    private static Kind OnLinux(int pid, ServerFolder folder)
    {
        try
        {
            if (File.ReadAllText($"/proc/{pid}/comm").Trim() != "postgres") return Kind.Another;
            var words = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            if (words[0].Length == 0) return Kind.Another; // a zombie, waiting for a parent that does not look
            if (WorkingFolder(pid) is { } working) return working == folder.Data ? Kind.Ours : Kind.Another;
            return words.Contains(folder.Data)
                || words[0].StartsWith($"postgres: {folder.ClusterName}:", StringComparison.Ordinal)
                ? Kind.Ours
                : Kind.Unknown;
        }
        catch (IOException)
        {
            return Kind.Gone;
        }
        catch (UnauthorizedAccessException)
        {
            return Kind.Unknown;
        }
    }

    // Root without the right to trace, as in a container, may not see it.
    private static string? WorkingFolder(int pid)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Kind ByName(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) ? Kind.Ours : Kind.Another;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return Kind.Gone;
        }
    }
}

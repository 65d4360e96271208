using System.Diagnostics;
using System.Globalization;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

/// <summary>Processes of the machine.</summary>
internal static class Processes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    /// <summary>False also for one that has ended and waits for its parent to notice.</summary>
    public static bool Lives(int pid) => Words(pid).Length > 0;

    public static IEnumerable<int> All => Directory.EnumerateDirectories("/proc")
        .Select(entry => int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
        .Where(pid => pid > 0);

    /// <summary>The words that the process was called with.</summary>
    public static string[] Words(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Waits for something that another process does, and fails after half a minute.</summary>
    public static async Task Until(Func<bool> happened)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var watch = Stopwatch.StartNew(); !happened(); await timer.WaitForNextTickAsync())
            Assert.True(watch.Elapsed < Patience, "It did not happen in time.");
    }
}

using System.Diagnostics;
using System.Globalization;

namespace RolloutPortal.Testing.Crashes;

/// <summary>Sudden death of a PostgreSQL's main process; what it leaves behind is for the portal to clear away.</summary>
internal static class Killing
{
    /// <param name="folder">The portal's data directory.</param>
    public static void Postgres(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "postmaster.pid", SearchOption.AllDirectories))
            Kill(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture));
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            if (process.ProcessName == "postgres") process.Kill();
        }
        catch (ArgumentException)
        {
            // It is being started again, or has just been stopped: dead either way.
        }
    }
}

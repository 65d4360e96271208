using System.Globalization;

namespace RolloutPortal.Web.Platform.Postgres.Running;

/// <summary>The server's main process, as the pid file in its data folder names it.</summary>
internal sealed record Postmaster(int ProcessId, int Port)
{
    private const int PidLine = 0, PortLine = 3;

    /// <summary>Null when no file names one, or what it names is not the server of this folder.</summary>
    public static Postmaster? Running(ServerFolder folder) =>
        Named(folder) is { } named && ServerProcess.Of(named.ProcessId, folder) is ServerProcess.Kind.Ours ? named : null;

    /// <summary>Since it was killed its pid was given to some other program; PostgreSQL would refuse to start.</summary>
    public static bool IsStale(ServerFolder folder) =>
        Named(folder) is { } named && ServerProcess.Of(named.ProcessId, folder) is ServerProcess.Kind.Another;

    private static Postmaster? Named(ServerFolder folder)
    {
        try
        {
            var lines = File.ReadAllLines(folder.PidFile);
            if (lines.Length == 0 || !int.TryParse(lines[PidLine], CultureInfo.InvariantCulture, out var pid)) return null;
            // A server that has only just begun has not written its port yet.
            _ = int.TryParse(lines.ElementAtOrDefault(PortLine), CultureInfo.InvariantCulture, out var port);
            return new(Math.Abs(pid), port);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

using System.Diagnostics;

namespace RolloutPortal.Web.Platform.Postgres.Running;

/// <summary>Processes that outlive a killed postmaster and still write to its memory; no server may start beside them.</summary>
internal static class Orphans
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private const int Patience = 50, Despair = 150;

    /// <exception cref="EmbeddedPostgresException">They live on even after they were killed.</exception>
    public static async Task Gone(ServerFolder folder, ILogger logger, CancellationToken ct)
    {
        for (var looks = 0; ; looks++)
        {
            var left = ServerProcess.All(folder).ToList();
            if (left.Count == 0) return;
            if (looks == Patience) Kill(left, logger);
            if (looks == Despair)
                throw new EmbeddedPostgresException($"Processes of the last PostgreSQL do not end: {string.Join(", ", left)}");
            await Task.Delay(Look, ct);
        }
    }

    // The one that would have ended them is gone, and nobody else reads their memory any more: the log tells what to redo.
    private static void Kill(List<int> left, ILogger logger)
    {
        logger.LogWarning("Ending {Count} processes that a killed PostgreSQL left behind", left.Count);
        foreach (var pid in left)
            try
            {
                using var process = Process.GetProcessById(pid);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended by itself.
            }
    }
}

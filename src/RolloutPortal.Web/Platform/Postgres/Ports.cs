using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>The server's port: the same for life, so that every pool finds it again after a restart.</summary>
internal static class Ports
{
    // Below what Linux hands out to outgoing connections, so that nobody takes it by chance while the server is down.
    private const int First = 21000, Last = 32000;

    public static async Task<int> Choose(ServerFolder folder, EmbeddedPostgresOptions options, bool patient, CancellationToken ct)
    {
        if (options.Settings?.GetValueOrDefault("port") is { } wished) return int.Parse(wished, CultureInfo.InvariantCulture);
        if (Kept(folder) is { } kept)
            for (var tries = patient ? 12 : 1; tries > 0; tries--)
            {
                if (IsFree(kept)) return kept;
                if (tries > 1) await Task.Delay(250, ct);
            }

        return Fresh();
    }

    /// <summary>The wrong port may have been free a moment ago; ask again after a start that failed for it.</summary>
    public static int Fresh()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            if (IsFree(port)) return port;
        }
    }

    public static void Keep(ServerFolder folder, int port) => Folders.Write(folder.PortFile, $"{port}");

    private static int? Kept(ServerFolder folder) =>
        File.Exists(folder.PortFile)
        && int.TryParse(File.ReadAllText(folder.PortFile), CultureInfo.InvariantCulture, out var port)
            ? port
            : null;

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

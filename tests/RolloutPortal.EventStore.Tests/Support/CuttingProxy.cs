using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace RolloutPortal.EventStore.Tests.Support;

/// <summary>A way to the server that can be cut at the worst moment: the commit is done, its answer never arrives.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private static readonly byte[] Committed = "COMMIT\0"u8.ToArray();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public CuttingProxy(string connectionString)
    {
        server = new NpgsqlConnectionStringBuilder(connectionString);
        listener.Start();
        accepting = Accept();
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
    }.ConnectionString;

    /// <summary>The next answer to a commit is lost, and its connection with it.</summary>
    public bool CutNextCommit { get; set; }

    public int Cuts { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task Accept()
    {
        while (true)
            _ = Carry(await listener.AcceptTcpClientAsync(stop.Token));
    }

    private async Task Carry(TcpClient client)
    {
        using var portal = client;
        using var postgres = new TcpClient();
        await postgres.ConnectAsync(server.Host!, server.Port, stop.Token);
        var there = portal.GetStream().CopyToAsync(postgres.GetStream(), stop.Token);
        await Task.WhenAny(there, CarryAnswers(postgres.GetStream(), portal.GetStream()));
    }

    private async Task CarryAnswers(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer, stop.Token) is var read and > 0)
        {
            if (CutNextCommit && buffer.AsSpan(0, read).IndexOf(Committed) >= 0)
            {
                CutNextCommit = false;
                Cuts++;
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
        }
    }
}

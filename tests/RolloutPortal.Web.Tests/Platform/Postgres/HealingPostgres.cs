using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

public sealed class HealingPostgres : IDisposable
{
    private readonly DataDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_killed_server_is_started_again_with_its_rows_and_those_who_listen_hear_of_it()
    {
        await using var postgres = await directory.Start();
        var heard = new ConcurrentQueue<EmbeddedPostgresState>();
        await using var pool = NpgsqlDataSource.Create(postgres.ConnectionString("postgres"));
        postgres.Changed += state =>
        {
            heard.Enqueue(state);
            pool.Clear();
        };
        await Run(pool, "create table kept as select 7 as row");
        var before = postgres.State;

        Processes.Kill(before.ProcessId);
        await Processes.Until(() => heard.Count == 2);

        Assert.Equal(7, await Run(pool, "select row from kept"));
        Assert.Equal(before.Port, postgres.State.Port);
        Assert.Equal([false, true], heard.Select(state => state.IsRunning));
    }

    [Fact]
    public async Task Two_portals_bring_back_one_server()
    {
        await using var first = await directory.Start();
        await using var second = await directory.Start();

        Processes.Kill(first.ServerProcessId);
        await Processes.Until(() => first.State.Restarts == 1 && second.State.Restarts == 1);

        Assert.Equal(first.ServerProcessId, second.ServerProcessId);
        Assert.Equal(1, await Ask.One<int>(second, "select 1"));
    }

    [Fact]
    public async Task If_its_port_is_taken_while_it_is_down_it_takes_another_and_says_so()
    {
        await using var postgres = await directory.Start();
        var before = postgres.State;
        using var squatter = new TcpListener(IPAddress.Loopback, before.Port);

        var startLock = Path.Combine(directory.Folder, "start.lock");
        await using (new FileStream(startLock, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Processes.Kill(before.ProcessId);
            // The server's children hold the port until they have noticed.
            await Processes.Until(() => !Processes.Lives(before.ProcessId) && Takes(squatter));
        }

        await Processes.Until(() => postgres.State.Restarts == 1);
        Assert.NotEqual(before.Port, postgres.State.Port);
        Assert.Equal(1, await Ask.One<int>(postgres, "select 1"));
    }

    [Fact]
    public async Task A_portal_killed_together_with_its_server_is_survived()
    {
        await using (var portal = await SmallPortal.Start(directory.Folder))
        {
            await Ask.One<long>(portal.ConnectionString, "create table kept as select 7 as row; select count(*) from kept");
            portal.Kill();
            Processes.Kill(portal.ServerProcessId);
        }

        await using var next = await directory.Start();

        Assert.Equal(7, await Ask.One<int>(next, "select row from kept"));
    }

    [Fact]
    public async Task A_query_that_outlives_its_server_is_waited_for_and_then_ended()
    {
        await using var postgres = await directory.Start();
        var busy = Ask.One<long>(postgres, "select count(*) from generate_series(1, 100000000000)");
        await Processes.Until(() => Busy(postgres).Length > 0);
        var orphan = Busy(postgres)[0];

        Processes.Kill(postgres.ServerProcessId);
        await Processes.Until(() => postgres.State.Restarts == 1);

        Assert.False(Processes.Lives(orphan));
        Assert.Equal(1, await Ask.One<int>(postgres, "select 1"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => busy);
    }

    private static int[] Busy(EmbeddedPostgres postgres) => Ask.One<int[]>(
        postgres,
        "select array(select pid from pg_stat_activity where query like '%generate\\_series%' and pid <> pg_backend_pid())").Result;

    private static async Task<object?> Run(NpgsqlDataSource pool, string sql)
    {
        await using var command = pool.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static bool Takes(TcpListener squatter)
    {
        try
        {
            squatter.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

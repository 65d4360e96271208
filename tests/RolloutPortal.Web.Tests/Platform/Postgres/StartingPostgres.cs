using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Npgsql;
using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

[UnsupportedOSPlatform("windows")]
public sealed class StartingPostgres : IDisposable
{
    private readonly DataDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task The_first_start_makes_a_cluster_and_later_ones_find_its_rows_on_the_same_port()
    {
        var firstPort = 0;
        await using (var first = await directory.Start())
        {
            await first.CreateDatabaseIfMissing("portal");
            await first.CreateDatabaseIfMissing("portal");
            await Ask.One<long>(
                first.ConnectionString("portal"), "create table kept as select 7 as row; select count(*) from kept");
            firstPort = first.State.Port;
        }

        await using var second = await directory.Start();

        Assert.Equal(7, await Ask.One<int>(second.ConnectionString("portal"), "select row from kept"));
        Assert.Equal(firstPort, second.State.Port);
    }

    [Fact]
    public async Task It_knows_Danish_letters_and_is_closed_to_other_machines_and_users()
    {
        await using var postgres = await directory.Start();

        Assert.Equal("æøå", await Ask.One<string>(postgres, "select lower('ÆØÅ')"));
        Assert.Equal("127.0.0.1", await Ask.One<string>(postgres, "show listen_addresses"));
        Assert.Equal("UTC", await Ask.One<string>(postgres, "show timezone"));
        var mode = File.GetUnixFileMode(Path.Combine(directory.Home, "password"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        var stranger = new NpgsqlConnectionStringBuilder(postgres.ConnectionString("postgres")) { Password = "guess" };
        await Assert.ThrowsAsync<PostgresException>(() => Ask.One<int>(stranger.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_cluster_that_was_only_half_made_is_made_again()
    {
        await using (await directory.Start()) { }
        Directory.Move(directory.Cluster, directory.Cluster + ".new");
        File.Delete(Path.Combine(directory.Cluster + ".new", "postgresql.conf"));

        await using var postgres = await directory.Start();

        Assert.Equal(1, await Ask.One<int>(postgres, "select 1"));
    }

    [Fact]
    public async Task A_pid_file_that_names_some_other_program_is_no_obstacle()
    {
        await using (await directory.Start()) { }
        await File.WriteAllTextAsync(
            Path.Combine(directory.Cluster, "postmaster.pid"), $"{Environment.ProcessId}\n{directory.Cluster}\n0\n21000\n");

        await using var postgres = await directory.Start();

        Assert.Equal(1, await Ask.One<int>(postgres, "select 1"));
    }

    [Fact]
    public async Task A_port_that_was_taken_meanwhile_is_exchanged_for_another()
    {
        var port = 0;
        await using (var first = await directory.Start()) port = first.State.Port;
        using var squatter = new TcpListener(IPAddress.Loopback, port);
        squatter.Start();

        await using var second = await directory.Start();

        Assert.NotEqual(port, second.State.Port);
        Assert.Equal(1, await Ask.One<int>(second, "select 1"));
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_installed_are_left_alone_and_named()
    {
        var old = Folders.Make(Path.Combine(directory.Folder, "pg9", "data"));
        await File.WriteAllTextAsync(Path.Combine(old, "PG_VERSION"), "9\n");

        var fault = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => directory.Start());

        Assert.Contains("made by PostgreSQL 9, whose programs are not here any more", fault.Message, StringComparison.Ordinal);
        Assert.Equal([old], Directory.GetDirectories(Path.Combine(directory.Folder, "pg9")));
    }
}

namespace RolloutPortal.Web.Tests.Platform.Postgres;

public sealed class SharingPostgres : IDisposable
{
    private readonly DataDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_second_portal_shares_the_server_and_keeps_it_when_the_first_leaves()
    {
        var first = await directory.Start();
        await using (var second = await directory.Start())
        {
            await first.DisposeAsync();

            Assert.Equal(first.ServerProcessId, second.ServerProcessId);
            Assert.Equal(1, await Ask.One<int>(second, "select 1"));
        }

        Assert.False(Processes.Lives(first.ServerProcessId));
    }

    [Fact]
    public async Task Data_that_were_moved_behind_a_link_are_one_directory_under_both_names()
    {
        await using (await directory.Start()) { }
        Directory.Move(directory.Cluster, directory.Beside("larger-disk"));
        Directory.CreateSymbolicLink(directory.Cluster, directory.Beside("larger-disk"));
        Directory.CreateSymbolicLink(directory.Beside("alias"), directory.Folder);

        await using var portal = await SmallPortal.Start(directory.Beside("alias"));
        await using var other = await directory.Start();

        Assert.Equal(portal.ServerProcessId, other.ServerProcessId);
    }

    [Fact]
    public async Task Portals_that_start_at_once_share_one_server()
    {
        var portals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => directory.Start()));

        Assert.Single(portals.Select(portal => portal.ServerProcessId).Distinct());
        foreach (var portal in portals) await portal.DisposeAsync();
        Assert.False(Processes.Lives(portals[0].ServerProcessId));
    }

    [Fact]
    public async Task A_killed_portal_leaves_no_server_behind()
    {
        await using var portal = await SmallPortal.Start(directory.Folder);

        portal.Kill();

        await Processes.Until(() => !Processes.Lives(portal.ServerProcessId));
        Assert.False(File.Exists(Path.Combine(directory.Cluster, "postmaster.pid")));
    }

    [Fact]
    public async Task A_killed_portal_takes_no_server_from_another()
    {
        await using var killed = await SmallPortal.Start(directory.Folder);
        await using var other = await directory.Start();

        killed.Kill();
        await Processes.Until(() => Watchdogs.Over(directory.Folder).Count() == 1);

        Assert.Equal(killed.ServerProcessId, other.ServerProcessId);
        Assert.Equal(1, await Ask.One<int>(other, "select 1"));
        Assert.True(other.State is { IsRunning: true, Restarts: 0 });
    }

    [Fact]
    public async Task A_portal_that_comes_back_at_once_never_loses_its_server_to_the_watchdog_of_the_killed_one()
    {
        for (var round = 0; round < 2; round++)
        {
            await using var killed = await SmallPortal.Start(directory.Folder);
            killed.Kill();
            await using var next = await directory.Start();
            await Processes.Until(() => Watchdogs.Over(directory.Folder).Count() == 1);

            Assert.Equal(1, await Ask.One<int>(next, "select 1"));
            Assert.Equal(0, next.State.Restarts);
        }
    }
}

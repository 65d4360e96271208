using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;

namespace RolloutPortal.EventStore.Tests;

public sealed class LosingTheConnection(Server server) : StoreTest(server)
{
    private readonly Guid id = Any.Id();

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_found_again_and_stored_once()
    {
        await using var proxy = new CuttingProxy(ConnectionString);
        await using var far = await TestStore.Open(proxy.ConnectionString);
        far.Now = TestStore.Noon.AddMinutes(1);
        var before = await far.Append(id, 0, Any.Sent(id));
        proxy.CutNextCommit = true;
        var pending = far.Append(id, 1, Any.Moved(id));

        var appended = await Eventually.Done(pending);

        var events = await Portal.Store.Read(id);
        Assert.Equal(1, proxy.Cuts);
        Assert.Equal(2, events.Count);
        Assert.Equal((2, events[1].Position, before.At), (appended.Version, appended.Position, appended.At));
        Assert.Equal(1, Assert.Single(await Portal.Parcels()).Moves);
    }

    [Fact]
    public async Task A_backend_killed_before_the_commit_leaves_nothing_and_the_next_try_stores_it_once()
    {
        await Portal.Source.Execute(
            """
            create sequence tries;
            create function die() returns trigger language plpgsql as
                $$ begin if nextval('tries') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$;
            create constraint trigger die after insert on mt_events deferrable initially deferred for each row execute function die();
            """);

        var appended = await Eventually.Done(Portal.Append(id, 0, Any.Sent(id)));

        Assert.Equal(1, appended.Version);
        Assert.Equal(2, await Portal.Scalar<long>("select last_value from tries"));
        Assert.Single(await Portal.Store.Read(id));
    }

    [Fact]
    public async Task Writers_killed_again_and_again_lose_nothing_and_store_nothing_twice()
    {
        using var done = new CancellationTokenSource();
        var killing = KillWriters(done.Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(SendAndMove)));

        await done.CancelAsync();
        Assert.True(await killing > 0);
        Assert.Equal(8 * 20, answers.Sum());
        Assert.Equal(8 * 20, (await Portal.Parcels()).Sum(row => row.Moves));
        Assert.Empty(await new Upkeep.LogCheck(Portal.Store).Run());
    }

    private async Task<int> SendAndMove()
    {
        var parcel = Any.Id();
        await Portal.Append(parcel, 0, Any.Sent(parcel));
        for (var version = 1; version <= 20; version++)
            Assert.Equal(version + 1, (await Portal.Append(parcel, version, Any.Moved(parcel))).Version);
        return (await Portal.Store.Read(parcel)).Count - 1;
    }

    /// <summary>A backend in the middle of a group dies, four times.</summary>
    private async Task<int> KillWriters(CancellationToken ct)
    {
        await using var admin = Npgsql.NpgsqlDataSource.Create(ConnectionString);
        var killed = 0;
        while (killed < 4 && !ct.IsCancellationRequested)
        {
            killed += (int)await admin.Scalar<long>(
                """
                select count(pg_terminate_backend(pid)) from pg_locks
                where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
                """, CancellationToken.None);
        }

        return killed;
    }
}

using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;

namespace RolloutPortal.EventStore.Tests;

public sealed class ChangingShapes(Server server) : StoreTest(server)
{
    private readonly Guid id = Any.Id();

    [Fact]
    public async Task A_changed_record_is_built_beside_the_old_table_and_swapped_in()
    {
        await Portal.Append(id, 0, Any.Sent(id), Any.Moved(id));
        var later = TestStore.Closed(ConnectionString, Later.Models);
        await using (later)
        {
            var missing = Assert.Single(await later.Store.Tables.Open());
            Assert.Equal("parcel_row", missing.Name);
            Assert.Single(await Portal.Parcels());

            await later.Store.Tables.Build(missing);

            Assert.Equal([new Later.ParcelRow(id, Any.OtherDepot, "2.5 kg")], await later.Rows<Later.ParcelRow>());
            Assert.Equal(3, await Portal.Scalar<long>("select count(*) from mt_event_progression"));
            Assert.Equal(2, await Portal.Scalar<long>("select count(*) from pg_class where relkind = 'r' and relnamespace = 'read'::regnamespace"));
        }
    }

    [Fact]
    public async Task The_older_process_writes_no_more_once_a_newer_one_has_swapped()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var later = await Newer();

        await Assert.ThrowsAsync<ShapeChangedException>(() => Portal.Append(id, 1, Any.Moved(id)));

        Assert.Equal(2, (await later.Append(id, 1, Any.Moved(id))).Version);
        Assert.Contains(await Portal.Store.Tables.States(), state => !state.IsCurrent);
        Assert.All(await later.Store.Tables.States(), state => Assert.True(state.IsCurrent));
    }

    [Fact]
    public async Task The_older_process_writes_no_more_once_a_newer_one_has_written_without_its_table()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var later = await Another(Later.Models);

        await later.Append(id, 1, Any.Moved(id));
        await Assert.ThrowsAsync<ShapeChangedException>(() => Portal.Append(id, 2, Any.Moved(id)));
        await later.Store.Tables.Build(later.Store.Models.Of<Later.ParcelRow>());

        Assert.Equal([new Later.ParcelRow(id, Any.OtherDepot, "2.5 kg")], await later.Rows<Later.ParcelRow>());
    }

    [Fact]
    public async Task The_process_that_starts_last_takes_over_also_when_its_shapes_are_the_older_ones()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var later = await Newer();
        var back = await Another();

        await back.Store.Tables.Build(back.Store.Models.Of<ParcelRow>());

        await Assert.ThrowsAsync<ShapeChangedException>(() => later.Append(id, 1, Any.Moved(id)));
        await back.Append(id, 1, Any.Moved(id));
        Assert.Equal(Any.OtherDepot, Assert.Single(await back.Parcels()).DepotId);
    }

    [Fact]
    public async Task A_raised_revision_alone_is_a_changed_shape()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var revised = await Another(Later.Revised);

        await revised.Store.Tables.Build(Assert.Single(revised.Store.Models.Tables, table => !table.IsLive));

        Assert.Equal(100, Assert.Single(await revised.Rows<Later.DepotRow>()).Sent);
    }

    [Fact]
    public async Task A_process_that_has_not_noticed_that_a_table_was_built_folds_into_it_all_the_same()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var slow = await Another(Later.Models);
        var fast = await Newer();

        await slow.Append(id, 1, Any.Moved(id));
        await fast.Append(id, 2, Any.Moved(id));

        Assert.True(slow.Store.Models.Of<Later.ParcelRow>().IsLive);
        Assert.Equal([new Later.ParcelRow(id, Any.OtherDepot, "2.5 kg")], await fast.Rows<Later.ParcelRow>());
    }

    [Fact]
    public async Task Two_processes_that_build_at_once_take_turns_and_the_second_takes_what_the_first_made()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var one = await Another(Later.Models);
        var two = await Another(Later.Models);
        var builds = 0;
        one.Store.Tables.Progressed += _ => Interlocked.Exchange(ref builds, builds | 1);
        two.Store.Tables.Progressed += _ => Interlocked.Exchange(ref builds, builds | 2);

        await Task.WhenAll(new[] { one, two }.Select(each => each.Store.Tables.Build(each.Store.Models.Of<Later.ParcelRow>())));

        Assert.True(builds is 1 or 2);
        await one.Append(id, 1, Any.Moved(id));
        await two.Append(id, 2, Any.Moved(id));
        Assert.Empty(await new Upkeep.LogCheck(one.Store).Run());
    }

    [Fact]
    public async Task A_table_that_somebody_dropped_is_missing_at_the_next_start()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await Portal.Source.Execute("drop table parcel_row");

        var again = await Another();

        await again.Store.Tables.Build(Assert.Single(again.Store.Models.Tables, table => !table.IsLive));
        Assert.Single(await again.Parcels());
    }

    [Fact]
    public async Task What_a_broken_off_build_left_is_removed_by_the_next()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await Portal.Source.Execute("create table parcel_row__0123456789ab (); insert into mt_event_progression values ('parcel_row:0123456789ab:building', 7)");

        await Portal.Store.Tables.Build(Portal.Store.Models.Of<ParcelRow>());

        Assert.Equal(2, await Portal.Scalar<long>("select count(*) from pg_class where relkind = 'r' and relnamespace = 'read'::regnamespace"));
        Assert.Equal(3, await Portal.Scalar<long>("select count(*) from mt_event_progression"));
    }

    [Fact]
    public async Task Statements_prepared_before_a_swap_read_the_new_table()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await using var one = Npgsql.NpgsqlDataSource.Create(
            new Npgsql.NpgsqlConnectionStringBuilder(Portal.Source.ConnectionString) { Password = new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString).Password, MaxPoolSize = 1 });
        for (var use = 0; use < 5; use++)
            Assert.Single(await one.Rows("select * from parcel_row", reader => reader.FieldCount));
        await Newer();

        Assert.Equal([3], await one.Rows("select * from parcel_row", reader => reader.FieldCount));
        Assert.Equal("2.5 kg", await one.Scalar<string>("select weight from parcel_row"));
    }

    [Fact]
    public async Task A_writer_that_prepared_its_statements_goes_on_over_a_rebuilt_table()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        for (var version = 1; version < 6; version++)
            await Portal.Append(id, version, Any.Moved(id));

        await Portal.Store.Tables.Build(Portal.Store.Models.Of<ParcelRow>());
        await Portal.Append(id, 6, Any.Moved(id));

        Assert.Equal(6, Assert.Single(await Portal.Parcels()).Moves);
    }

    [Fact]
    public async Task A_read_table_may_not_hide_a_table_beside_the_log()
    {
        await Portal.Source.Execute("create table portal.parcel_row (id uuid)");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Portal.Store.Tables.Open());
    }

    private async Task<TestStore> Newer()
    {
        var later = await Another(Later.Models);
        await later.Store.Tables.Build(later.Store.Models.Of<Later.ParcelRow>());
        return later;
    }
}

using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;
using RolloutPortal.EventStore.Upkeep;

namespace RolloutPortal.EventStore.Tests;

public sealed class Verifying(Server server) : StoreTest(server)
{
    private readonly Guid id = Any.Id();
    private readonly Guid other = Any.Id();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Portal.Append(id, 0, Any.Sent(id), Any.Moved(id), Any.Moved(id));
        await Portal.Append(other, 0, Any.Sent(other), new ParcelLost(other));
    }

    [Fact]
    public async Task All_is_well_and_nothing_is_left_behind()
    {
        var before = await Objects();

        Assert.Empty(await new LogCheck(Portal.Store).Run());

        Assert.Equal(before, await Objects());
    }

    [Fact]
    public Task A_changed_row_is_found() => Finds($"parcel_row {id}: the row differs from its fold", "update parcel_row set moves = 7");

    [Fact]
    public Task A_missing_row_is_found() => Finds($"parcel_row {id}: the row is missing", "delete from parcel_row");

    [Fact]
    public Task A_row_too_many_is_found() => Finds(
        $"depot_row {id}: the row should not be there", $"insert into depot_row values ('{id}', 1, 1)");

    [Fact]
    public Task A_null_in_place_of_a_value_is_found() => Finds($"parcel_row {id}: the row differs from its fold", "update parcel_row set grams = null");

    [Fact]
    public Task A_gap_in_the_versions_is_found() => Finds(
        $"stream {id}: version 3, but 2 events up to version 3", $"delete from mt_events where stream_id = '{id}' and version = 2");

    [Fact]
    public Task A_missing_last_event_is_found() => Finds(
        $"stream {id}: version 3, but 2 events up to version 2", $"delete from mt_events where stream_id = '{id}' and version = 3");

    [Fact]
    public Task Versions_in_another_order_than_positions_are_found() => Finds(
        $"stream {id}: version 3, but 3 events up to version 3",
        $"update mt_events set version = -version where stream_id = '{id}'; update mt_events set version = 4 + version where stream_id = '{id}'");

    [Fact]
    public Task An_event_that_nobody_knows_is_found() => Finds(
        "unknown event parcel_eaten: 2 of them, the first at position 2", $"update mt_events set type = 'parcel_eaten' where type = 'parcel_moved'");

    [Fact]
    public Task An_event_that_cannot_be_read_is_found() => Finds(
        "parcel_row: The event 'parcel_lost' at position 5", """update mt_events set data = '{"ParcelId": 7}' where type = 'parcel_lost'""");

    [Fact]
    public async Task A_table_that_was_not_built_is_named()
    {
        var later = await Another(Later.Models);

        Assert.Contains("parcel_row: not built", await new LogCheck(later.Store).Run());
    }

    [Fact]
    public async Task Appends_that_go_on_meanwhile_are_no_fault()
    {
        var checking = new LogCheck(Portal.Store).Run();
        for (var version = 3; !checking.IsCompleted; version++)
            await Portal.Append(id, version, Any.Moved(id));

        Assert.Empty(await checking);
    }

    private async Task Finds(string fault, string damage)
    {
        await Portal.Source.Execute(damage);

        var faults = await new LogCheck(Portal.Store).Run();

        Assert.Contains(faults, found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    private Task<List<string>> Objects() => Portal.Source.Rows(
        "select nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname not like 'pg_toast%' order by 1",
        reader => reader.GetString(0));
}

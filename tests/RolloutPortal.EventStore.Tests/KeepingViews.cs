using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;

namespace RolloutPortal.EventStore.Tests;

public sealed class KeepingViews(Server server) : StoreTest(server)
{
    private const string Heavy = "select parcel_id, depot_id from parcel_row where is_heavy";
    private readonly Guid id = Any.Id();

    [Fact]
    public async Task A_view_is_there_again_after_its_table_was_swapped()
    {
        var portal = await Another(Viewed(Heavy));
        await portal.Append(id, 0, Any.Sent(id) with { Weight = 20 });

        await portal.Store.Tables.Build(portal.Store.Models.Of<ParcelRow>());

        Assert.Equal(1, await portal.Scalar<long>("select count(*) from heavy_row"));
        Assert.Equal(1, await portal.Scalar<long>("select count(*) from heavy_depot_row"));
    }

    [Fact]
    public async Task A_view_that_says_something_else_is_made_anew_with_those_above_it()
    {
        await (await Another(Viewed(Heavy))).Append(id, 0, Any.Sent(id));

        var portal = await Another(Viewed("select parcel_id, depot_id from parcel_row"));

        Assert.Equal(1, await portal.Scalar<long>("select count(*) from heavy_depot_row"));
    }

    [Fact]
    public async Task A_view_that_nobody_has_any_more_is_dropped()
    {
        await Another(Viewed(Heavy));

        await Another();

        Assert.Equal(0, await Portal.Scalar<long>("select count(*) from pg_class where relkind = 'v' and relnamespace = 'read'::regnamespace"));
    }

    [Fact]
    public async Task A_start_that_changes_nothing_waits_for_no_reader()
    {
        var portal = await Another(Viewed(Heavy));
        await using var reader = await portal.Source.OpenConnectionAsync();
        await using var reading = await reader.BeginTransactionAsync();
        await reader.Scalar<long>("select count(*) from heavy_depot_row");

        await Eventually.Done(Another(Viewed(Heavy)));
    }

    [Fact]
    public async Task Views_over_tables_still_to_be_built_come_with_the_last_of_them()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var models = new ReadModelSet().Add<Later.ParcelRow>().Add<Later.DepotRow>()
            .AddView("depot_sum_row", "select sum(sent) as sent from depot_row")
            .AddView("both_row", "select p.weight, d.here from parcel_row p join depot_row d on d.depot_id = p.depot_id");
        var later = await Another(models);

        await later.Store.Tables.Build(models.Of<Later.ParcelRow>());
        await later.Store.Tables.Build(models.Of<Later.DepotRow>());

        Assert.Equal(100, await later.Scalar<long>("select sent from depot_sum_row"));
        Assert.Equal("2.5 kg", await later.Scalar<string>("select weight from both_row"));
    }

    private static ReadModelSet Viewed(string select) => TestStore.BothModels
        .AddView("heavy_row", select)
        .AddView("heavy_depot_row", "select depot_id, count(*) as parcels from heavy_row group by depot_id");
}

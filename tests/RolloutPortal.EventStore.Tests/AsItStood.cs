using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;

namespace RolloutPortal.EventStore.Tests;

public sealed class AsItStood(Server server) : StoreTest(server)
{
    private readonly Guid id = Any.Id();

    [Fact]
    public async Task Tables_and_views_as_they_stood_are_read_by_the_same_statements()
    {
        var portal = await Another(TestStore.BothModels.AddView("here_row", "select sum(here) as here from depot_row"));
        var then = await portal.Append(id, 0, Any.Sent(id));
        await portal.Append(id, 1, Any.Moved(id));
        await portal.Append(Any.Id(), 0, Any.Sent(Any.Id()));

        await portal.Store.Tables.BuildAt("asof", then.Position);
        await portal.Store.Tables.BuildAt("asof", then.Position);

        await using var past = (TestStore.Schema with { Read = "asof" }).Connect(ConnectionString);
        var table = portal.Store.Models.Of<ParcelRow>();
        Assert.Equal(Any.Depot, Assert.Single(await past.Rows($"select {table.ColumnList} from parcel_row", table.Read)).DepotId);
        Assert.Equal(1, await past.Scalar<long>("select here from here_row"));
        Assert.Equal(2, await portal.Scalar<long>("select here from here_row"));
    }

    [Fact]
    public async Task Only_the_tables_that_are_asked_for_are_folded()
    {
        var then = await Portal.Append(id, 0, Any.Sent(id));

        await Portal.Store.Tables.BuildAt("asof", then.Position, [Portal.Store.Models.Of<DepotRow>()]);

        Assert.Equal(["depot_row"], await Portal.Source.Rows(
            "select relname from pg_class where relkind = 'r' and relnamespace = 'asof'::regnamespace", reader => reader.GetString(0)));
        Assert.Equal("read", await Portal.Scalar<string>("select current_schema()::text"));
    }
}

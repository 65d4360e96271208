using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;
using RolloutPortal.EventStore.Upkeep;

namespace RolloutPortal.EventStore.Tests;

public sealed class Rebuilding(Server server) : StoreTest(server)
{
    private readonly Guid id = Any.Id();

    [Fact]
    public async Task Nothing_is_lost_while_appends_go_on()
    {
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Write(done.Token))).ToList();

        for (var round = 0; round < 3; round++)
        {
            await Portal.Store.Tables.Build(Portal.Store.Models.Of<ParcelRow>());
            await Portal.Store.Tables.Build(Portal.Store.Models.Of<DepotRow>());
        }

        await done.CancelAsync();
        var appended = (await Task.WhenAll(writers)).Sum();
        Assert.Equal(appended, await Portal.Scalar<long>("select count(*) from mt_events"));
        Assert.Empty(await new LogCheck(Portal.Store).Run());
    }

    [Fact]
    public async Task More_rows_than_memory_holds_are_written_in_between_and_taken_up_again()
    {
        var parcels = Enumerable.Range(0, 60).Select(_ => Any.Id()).ToList();
        await Task.WhenAll(parcels.Select(parcel => Portal.Append(parcel, 0, Any.Sent(parcel))));
        await Task.WhenAll(parcels.Select(parcel => Portal.Append(parcel, 1, Any.Moved(parcel))));
        await Task.WhenAll(parcels.Take(20).Select(parcel => Portal.Append(parcel, 2, new ParcelLost(parcel))));
        var before = await Portal.Parcels();
        var table = Portal.Store.Models.Of<ParcelRow>();
        (table.RowsInMemory, table.RunLength) = (7, 10);

        await Portal.Store.Tables.Build(table);

        Assert.Equal(before.Select(row => (row.ParcelId, row.Moves)), (await Portal.Parcels()).Select(row => (row.ParcelId, row.Moves)));
        Assert.Empty(await new LogCheck(Portal.Store).Run());
    }

    [Fact]
    public async Task A_long_reader_delays_the_swap_but_no_append()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await using var reader = await Portal.Source.OpenConnectionAsync();
        await using var reading = await reader.BeginTransactionAsync();
        await reader.Scalar<long>("select count(*) from parcel_row");

        var build = Portal.Store.Tables.Build(Portal.Store.Models.Of<ParcelRow>());
        await Eventually.True(() => Portal.Scalar<bool>("select exists (select from pg_locks where mode = 'AccessExclusiveLock' and not granted)"));
        for (var version = 1; version < 4; version++)
            await Eventually.Done(Portal.Append(id, version, Any.Moved(id)));
        Assert.False(build.IsCompleted);
        await reading.DisposeAsync();

        await Eventually.Done(build);
        Assert.Equal(3, Assert.Single(await Portal.Parcels()).Moves);
    }

    [Fact]
    public async Task It_tells_how_far_it_has_come()
    {
        await Portal.Append(id, 0, Any.Sent(id), Any.Moved(id));
        var told = new List<BuildProgress>();
        Portal.Store.Tables.Progressed += told.Add;

        await Portal.Store.Tables.Build(Portal.Store.Models.Of<ParcelRow>());

        Assert.All(told, progress => Assert.Equal("parcel_row", progress.Table));
        Assert.Equal(1, told[^1].Share);
    }

    [Fact]
    public async Task An_event_that_no_longer_fits_its_record_is_named_with_its_position()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await Portal.Source.Execute("""update mt_events set data = '{"Size": "Enormous"}'""");

        var unreadable = await Assert.ThrowsAsync<Events.UnreadableEventException>(() => Portal.Store.Tables.Build(Portal.Store.Models.Of<ParcelRow>()));

        Assert.Contains("parcel_sent", unreadable.Message, StringComparison.Ordinal);
        Assert.Single(await Portal.Parcels());
    }

    private async Task<int> Write(CancellationToken ct)
    {
        var appended = 0;
        for (var parcel = Any.Id(); !ct.IsCancellationRequested; parcel = Any.Id())
        {
            await Portal.Append(parcel, 0, Any.Sent(parcel));
            await Portal.Append(parcel, 1, Any.Moved(parcel), new ParcelLabelled(parcel, ["x"], []));
            appended += 3;
        }

        return appended;
    }
}

using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Tests;

public sealed class Appending(Server server) : StoreTest(server)
{
    private readonly Guid id = Any.Id();

    [Fact]
    public async Task What_was_appended_is_read_forward_in_version_order()
    {
        await Portal.Append(id, 0, Any.Sent(id), Any.Moved(id));
        var appended = await Portal.Append(id, 2, new ParcelDelivered(id, new DateOnly(2026, 3, 4), 1.5));

        var events = await Portal.Store.Read(id, "parcel");

        Assert.Equal([Any.Sent(id), Any.Moved(id), new ParcelDelivered(id, new DateOnly(2026, 3, 4), 1.5)], events.Select(e => e.Data));
        Assert.Equal([1, 2, 3], events.Select(e => e.Version));
        Assert.Equal(new Appended(3, events[2].Position, TestStore.Noon), appended);
        Assert.Equal(appended.Position, await Portal.Store.Head());
    }

    [Fact]
    public async Task Who_did_it_on_which_request_by_which_command_is_kept()
    {
        var by = Any.Id();
        await Portal.Store.Append(Any.Sending(id) with { Context = new EventContext("request-1", "SendParcel", by) });
        await Portal.Append(id, 1, Any.Moved(id));

        var events = await Portal.Store.Read(id);

        Assert.Equal(("request-1", "SendParcel", by), (events[0].Correlation, events[0].Causation, events[0].By));
        Assert.Equal((null, null, null), (events[1].Correlation, events[1].Causation, events[1].By));
    }

    [Fact]
    public async Task A_past_that_is_told_afterwards_keeps_its_times_and_never_runs_backwards()
    {
        Portal.Now = TestStore.Noon.AddDays(30);
        DateTimeOffset[] told = [TestStore.Noon, TestStore.Noon.AddHours(3), TestStore.Noon.AddHours(1)];

        await Task.WhenAll(told.Select(at => Portal.Store.Append(Any.Sending(Any.Id()) with { Context = EventContext.None with { At = at } })));

        var kept = await Portal.Source.Rows("select timestamp from mt_events order by seq_id", row => row.GetFieldValue<DateTimeOffset>(0));
        Assert.Equal([told[0], told[1], told[1]], kept);
    }

    [Fact]
    public async Task This_process_hears_of_its_commit_before_the_caller_does()
    {
        var heard = new List<string>();
        Portal.Store.Committed += topics => heard.AddRange(topics);

        await Portal.Append(id, 0, Any.Sent(id));

        Assert.NotEmpty(heard);
        await Assert.ThrowsAsync<StaleVersionException>(() => Portal.Append(id, 0, Any.Sent(id)));
        Assert.Equal(heard.Distinct(), heard);
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_both_versions()
    {
        await Portal.Append(id, 0, Any.Sent(id), Any.Moved(id));

        var stale = await Assert.ThrowsAsync<StaleVersionException>(() => Portal.Append(id, 1, Any.Moved(id)));

        Assert.Equal((1, 2), (stale.Expected, stale.Actual));
        Assert.Equal(2, (await Portal.Store.Read(id)).Count);
    }

    [Fact]
    public async Task A_new_stream_that_exists_is_stale_and_so_is_an_old_one_that_does_not()
    {
        await Portal.Append(id, 0, Any.Sent(id));

        await Assert.ThrowsAsync<StaleVersionException>(() => Portal.Append(id, 0, Any.Sent(id)));
        await Assert.ThrowsAsync<StaleVersionException>(() => Portal.Append(Any.Id(), 1, Any.Moved(id)));
    }

    [Fact]
    public async Task A_stream_of_another_type_is_refused_when_writing_and_when_reading()
    {
        await Portal.Append(id, 0, Any.Sent(id));

        await Assert.ThrowsAsync<WrongStreamTypeException>(() => Portal.Store.Append(Any.Append(id, 1, Any.Moved(id)) with { StreamType = "letter" }));
        await Assert.ThrowsAsync<WrongStreamTypeException>(() => Portal.Store.Read(id, "letter"));
    }

    [Fact]
    public async Task An_append_without_events_or_with_an_unregistered_one_is_refused_at_once()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Portal.Append(id, 0));
        await Assert.ThrowsAsync<Events.UnknownEventException>(() => Portal.Append(id, 0, "no event"));
    }

    [Fact]
    public async Task A_stream_that_is_not_there_is_empty() => Assert.Empty(await Portal.Store.Read(id, "parcel"));

    [Fact]
    public async Task Read_rows_of_every_kind_of_column_equal_their_fold()
    {
        var reader = Any.Id();
        await Portal.Append(id, 0, Any.Sent(id), new ParcelLabelled(id, ["a,\"b\"", @"c\d", "{}", null, "", "null"], [reader, id]), Any.Moved(id));

        var row = Assert.Single(await Portal.Parcels());

        Assert.Equal<IEnumerable<string?>>(["a,\"b\"", @"c\d", "{}", null, "", "null"], row.Labels);
        Assert.Equal([reader, id], row.Readers);
        Assert.Equal(
            new ParcelRow(id, Any.OtherDepot, Size.Large, 2.5m, TestStore.Noon, null, row.Labels, row.Readers)
            { Moves = 1, Grams = 2500, IsHeavy = false, Last = Size.Large, Note = string.Concat(row.Labels) }, row);
        Assert.Equal([new DepotRow(Any.Depot, 1, 0), new DepotRow(Any.OtherDepot, 0, 1)], await Portal.Rows<DepotRow>());
    }

    [Fact]
    public async Task A_fold_that_returns_null_removes_the_row()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await Portal.Append(id, 1, new ParcelLost(id));

        Assert.Empty(await Portal.Parcels());
    }

    [Fact]
    public async Task Time_never_goes_back_in_the_log_when_the_clock_does_and_is_cut_to_milliseconds()
    {
        Portal.Now = TestStore.Noon.AddTicks(12_345_678);
        var first = await Portal.Append(id, 0, Any.Sent(id));
        Portal.Now = TestStore.Noon.AddHours(-3);
        var second = await Portal.Append(id, 1, Any.Moved(id));

        Assert.Equal(TestStore.Noon.AddMilliseconds(1234), first.At);
        Assert.Equal(first.At, second.At);
        Assert.Equal(first.At, (await Portal.Store.Read(id))[1].At);
    }

    [Fact]
    public async Task In_one_transaction_log_and_read_tables_stand_at_one_position()
    {
        await Portal.Append(id, 0, Any.Sent(id), Any.Moved(id));
        await Portal.Append(Any.Id(), 0, Any.Sent(id));

        var positions = await Portal.Source.Rows("select last_seq_id from mt_event_progression", reader => reader.GetInt64(0));

        Assert.Equal(3, positions.Count);
        Assert.All(positions, position => Assert.Equal(3, position));
        Assert.All(await Portal.Store.Tables.States(), state => Assert.True(state.IsCurrent));
    }
}

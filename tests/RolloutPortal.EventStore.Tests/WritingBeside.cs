using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Tests;

public sealed class WritingBeside(Server server) : StoreTest(server)
{
    private readonly Guid id = Any.Id();
    private readonly Guid other = Any.Id();

    [Fact]
    public async Task A_text_is_written_with_its_event_and_redacted_with_another()
    {
        var text = new WrittenText(Any.Id(), id, "Æblet er blåt", Any.Id(), TestStore.Noon);
        await Portal.Store.Append(Any.Sending(id) with { Texts = [text, text with { Id = Any.Id(), WrittenBy = null }] });
        Assert.Equal("Æblet er blåt", await Portal.Scalar<string>("select body from text where id = $1 and stream_id = $2", text.Id, id));
        Assert.Equal(1, await Transactions("text"));

        await Portal.Store.Append(Any.Append(id, 1, Any.Moved(id)) with { RedactedTexts = [text.Id] });

        Assert.Equal(1, await Portal.Scalar<long>("select count(*) from text where body is not null"));
        Assert.True(await Portal.Scalar<bool>("select body is null and redacted_at is not null from text where id = $1", text.Id));
    }

    [Fact]
    public async Task A_redacted_texts_id_is_never_anothers()
    {
        var text = new WrittenText(Any.Id(), id, "Æblet er blåt", Any.Id(), TestStore.Noon);
        await Portal.Store.Append(Any.Sending(id) with { Texts = [text] });
        await Portal.Store.Append(Any.Append(id, 1, Any.Moved(id)) with { RedactedTexts = [text.Id] });

        await Assert.ThrowsAsync<TextTakenException>(() => Portal.Store.Append(Any.Sending(other) with { Texts = [text with { StreamId = other, Body = "Det sagde jeg aldrig" }] }));
        await Portal.Store.Append(Any.Sending(other));

        Assert.Null(await Portal.Scalar<string>("select body from text"));
    }

    [Fact]
    public async Task Only_a_streams_own_text_is_redacted()
    {
        var text = new WrittenText(Any.Id(), id, "Æblet er blåt", Any.Id(), TestStore.Noon);
        await Portal.Store.Append(Any.Sending(id) with { Texts = [text] });

        await Portal.Store.Append(Any.Sending(other) with { RedactedTexts = [text.Id] });

        Assert.Equal("Æblet er blåt", await Portal.Scalar<string>("select body from text"));
    }

    [Fact]
    public async Task What_is_demanded_and_does_not_hold_fails_the_append_and_no_other_of_its_group()
    {
        var demand = SideWrite.Demand("not exists (select from text where stream_id = $1)", other);
        var text = new WrittenText(Any.Id(), other, "Æblet er blåt", Any.Id(), TestStore.Noon);
        await Portal.Store.Append(Any.Sending(id) with { SideWrites = [demand] });

        var (first, second) = (Portal.Store.Append(Any.Sending(other) with { Texts = [text] }), Portal.Store.Append(Any.Append(id, 1, Any.Moved(id)) with { SideWrites = [demand] }));

        Assert.Equal(1, (await first).Version);
        await Assert.ThrowsAsync<OvertakenException>(() => second);
        Assert.Equal(2, await Portal.Scalar<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task A_held_id_is_one_thing_and_no_stream()
    {
        var held = new HeldId(Any.Id(), "shelf");
        await Portal.Store.Append(Any.Sending(id) with { Holds = [held] });

        await Assert.ThrowsAsync<IdTakenException>(() => Portal.Store.Append(Any.Sending(other) with { Holds = [held] }));
        await Assert.ThrowsAsync<IdTakenException>(() => Portal.Store.Append(Any.Sending(other) with { Holds = [new HeldId(id, "shelf")] }));
        await Assert.ThrowsAsync<IdTakenException>(() => Portal.Store.Append(Any.Sending(other) with { Holds = [new HeldId(other, "shelf")] }));
        await Assert.ThrowsAsync<WrongStreamTypeException>(() => Portal.Store.Append(Any.Sending(held.Id)));
        Assert.Equal(2, await Portal.Scalar<long>("select count(*) from mt_streams"));
        Assert.Empty(await new RolloutPortal.EventStore.Upkeep.LogCheck(Portal.Store).Run());
    }

    [Fact]
    public async Task Of_two_that_choose_one_id_at_once_one_has_it()
    {
        var held = new HeldId(Any.Id(), "shelf");

        var both = await Task.WhenAll(new[] { id, other }.Select(async stream => await Record.ExceptionAsync(
            () => Portal.Store.Append(Any.Sending(stream) with { Holds = [held] }))));

        Assert.IsType<IdTakenException>(Assert.Single(both.OfType<Exception>()));
    }

    [Fact]
    public async Task A_refused_append_leaves_no_text_no_key_and_no_row()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var stale = Any.Sending(id) with
        {
            Texts = [new WrittenText(Any.Id(), id, "lost", null, TestStore.Noon)],
            Claims = [new Claim("code", "W1", id)],
            SideWrites = [new SideWrite("insert into reservation values ('side', 'write', $1)", id)],
        };

        await Assert.ThrowsAsync<StaleVersionException>(() => Portal.Store.Append(stale));

        Assert.Equal(0, await Portal.Scalar<long>("select (select count(*) from text) + (select count(*) from reservation)"));
    }

    [Fact]
    public async Task A_key_has_one_owner_until_that_one_gives_it_up()
    {
        var claim = new Claim("e-mail", "a@b.dk", id);
        await Portal.Store.Append(Any.Sending(id) with { Claims = [claim] });
        await Portal.Store.Append(Any.Append(id, 1, Any.Moved(id)) with { Claims = [claim] });

        var taken = await Assert.ThrowsAsync<ClaimTakenException>(() => Portal.Store.Append(Any.Sending(other) with { Claims = [claim with { Owner = other }] }));
        Assert.DoesNotContain(claim.Key, taken.Message, StringComparison.Ordinal);
        Assert.Equal(claim with { Owner = other }, taken.Claim);
        await Portal.Store.Append(Any.Sending(other) with { Releases = [claim with { Owner = other }] });
        Assert.Equal(id, await Portal.Scalar<Guid>("select owner from reservation"));

        await Portal.Store.Append(Any.Append(id, 2, Any.Moved(id)) with { Releases = [claim] });
        await Portal.Store.Append(Any.Append(other, 1, Any.Moved(other)) with { Claims = [claim with { Owner = other }] });
        Assert.Equal(other, await Portal.Scalar<Guid>("select owner from reservation"));
    }

    [Fact]
    public async Task One_append_may_hand_a_key_from_one_owner_to_another()
    {
        await Portal.Store.Append(Any.Sending(id) with { Claims = [new Claim("code", "W1", id)] });

        await Portal.Store.Append(Any.Append(id, 1, Any.Moved(id)) with { Releases = [new Claim("code", "W1", id)], Claims = [new Claim("code", "W1", other)] });

        Assert.Equal(other, await Portal.Scalar<Guid>("select owner from reservation"));
    }

    [Fact]
    public async Task Rows_beside_the_log_come_in_the_transaction_of_the_event_with_nulls_and_all()
    {
        await Portal.Source.Execute("create table account (id uuid primary key, name text)");

        await Portal.Store.Append(Any.Sending(id) with
        {
            SideWrites = [new SideWrite("insert into account values ($1, $2)", id, null), new SideWrite("update account set name = coalesce(name, $2) where id = $1", id, "Åse")],
        });

        Assert.Equal("Åse", await Portal.Scalar<string>("select name from account"));
        Assert.Equal(1, await Portal.Scalar<long>("select count(*) from mt_events e join account a on a.xmin = e.xmin"));
    }

    [Fact]
    public async Task A_value_that_postgres_does_not_take_spoils_nobody_elses_connection()
    {
        foreach (var bad in new[] { "x\0", "x\ud800" })
            for (var earlier = 0; earlier < 4; earlier++)
            {
                var sql = $"select $1::text || '{earlier}{(int)bad[1]}'";
                for (var i = 0; i < earlier; i++)
                    Assert.StartsWith("y", await Portal.Source.Scalar<string>(sql, default, "y"));
                Assert.StartsWith("x\ufffd", await Portal.Source.Scalar<string>(sql, default, bad), StringComparison.Ordinal);
                Assert.StartsWith("y", await Portal.Source.Scalar<string>(sql, default, "y"));
                Assert.Equal(1, await Portal.Source.Scalar<int>("select 1"));
            }
    }

    [Fact]
    public async Task An_event_that_names_anothers_text_is_found()
    {
        await Portal.Store.Append(Any.Sending(id) with { Texts = [new WrittenText(Any.Id(), id, "Mine", null, TestStore.Noon)] });
        await Portal.Store.Append(Any.Sending(other));
        await Portal.Source.Execute("update mt_events set data = data || jsonb_build_object('NoteTextId', (select id from text)) where stream_id = $1", default, other);

        Assert.Contains(await new RolloutPortal.EventStore.Upkeep.LogCheck(Portal.Store).Run(), fault => fault.Contains($"belongs to stream {id}", StringComparison.Ordinal));
    }

    private async Task<long> Transactions(string table) =>
        await Portal.Scalar<long>($"select count(distinct t.xmin::text) from {table} t join mt_events e on e.xmin = t.xmin");
}

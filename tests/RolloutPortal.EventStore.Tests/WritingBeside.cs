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

        Assert.Equal(1, await Portal.Scalar<long>("select count(*) from text"));
        Assert.Null(await Portal.Scalar<string>("select body from text where id = $1", text.Id));
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

    private async Task<long> Transactions(string table) =>
        await Portal.Scalar<long>($"select count(distinct t.xmin::text) from {table} t join mt_events e on e.xmin = t.xmin");
}

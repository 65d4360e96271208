using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Tests;

/// <summary>Rows that are made of the log and the texts at the end of each append.</summary>
public sealed class FollowingAnAppend(Server server) : StoreTest(server)
{
    private const string Words = """
        insert into words (id, version, body)
        select s.id, s.version, (select string_agg(x.body, ' ' order by x.written_at, x.id) from text x where x.stream_id = s.id)
        from mt_streams s
        where s.id = any($1)
        on conflict (id) do update set version = excluded.version, body = excluded.body
        """;

    private readonly Guid id = Any.Id();

    [Fact]
    public async Task It_sees_the_append_and_stands_in_its_transaction()
    {
        var store = (await Following("parcel", Words)).Store;

        await store.Append(Any.Sending(id) with { Texts = [Text("Glas", id)] });
        Assert.Equal("1: Glas", await Written());

        await store.Append(Any.Append(id, 1, Any.Moved(id)) with { Texts = [Text("Forsigtig", id, minutes: 1)] });
        Assert.Equal("2: Glas Forsigtig", await Written());
        Assert.Equal(1, await Portal.Scalar<long>("select count(*) from words w join mt_events e on e.xmin = w.xmin and e.version = 2"));
    }

    [Fact]
    public async Task A_redacted_text_leaves_it_in_the_same_transaction()
    {
        var store = (await Following("parcel", Words)).Store;
        var text = Text("Hans Hansen", id);
        await store.Append(Any.Sending(id) with { Texts = [text] });

        await store.Append(Any.Append(id, 1, Any.Moved(id)) with { RedactedTexts = [text.Id] });

        Assert.Equal("2: ", await Written());
    }

    [Fact]
    public async Task Streams_of_another_type_are_not_followed()
    {
        var store = (await Following("letter", Words)).Store;

        await store.Append(Any.Sending(id));

        Assert.Equal(0, await Portal.Scalar<long>("select count(*) from words"));
    }

    [Fact]
    public async Task A_group_is_followed_once_with_each_stream_once()
    {
        var store = await Following("parcel", "insert into words (id, version, body) select gen_random_uuid(), cardinality($1), '' where cardinality($1) > 0");
        List<Task<Appended>> waiting;
        await using (await AppendsHeld.By(store))
            waiting = [.. Enumerable.Range(0, 8).Select(_ => store.Store.Append(Any.Sending(Any.Id()))), store.Store.Append(Any.Sending(id)), store.Store.Append(Any.Append(id, 1, Any.Moved(id)))];
        await Task.WhenAll(waiting);

        // The first went alone: it held the lock's queue.
        Assert.Equal("1, 9", await Portal.Scalar<string>("select string_agg(version::text, ', ' order by version) from words"));
    }

    [Fact]
    public async Task Where_it_fails_nothing_is_appended_and_its_group_is()
    {
        var store = await Following("parcel", Words);
        await Portal.Source.Execute("alter table words add check (body <> 'Sprængstof')");
        var bystanders = new[] { Any.Id(), Any.Id() };
        List<Task<Appended>> waiting;
        await using (await AppendsHeld.By(store))
            waiting = [.. new[] { Any.Sending(bystanders[0]), Any.Sending(id) with { Texts = [Text("Sprængstof", id)] }, Any.Sending(bystanders[1]) }.Select(store.Store.Append)];

        Assert.Equal("words_body_check", (await Assert.ThrowsAsync<OvertakenException>(() => waiting[1])).Rule);
        await Task.WhenAll(waiting[0], waiting[2]);

        Assert.Empty(await Portal.Store.Read(id));
        Assert.Equal(0, await Portal.Scalar<long>("select count(*) from text"));
        Assert.Equal(2, await Portal.Scalar<long>("select count(*) from words where id = any($1)", bystanders));
    }

    private async Task<TestStore> Following(string type, string sql)
    {
        await Portal.Source.Execute("create table words (id uuid primary key, version bigint, body text)");
        return await Another(TestStore.BothModels.Add(new FollowUp(type, sql)));
    }

    private static WrittenText Text(string body, Guid stream, int minutes = 0) => new(Any.Id(), stream, body, null, TestStore.Noon.AddMinutes(minutes));

    private Task<string?> Written() => Portal.Scalar<string>("select version || ': ' || coalesce(body, '') from words where id = $1", id);
}

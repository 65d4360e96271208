using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Tests;

public sealed class CommittingInGroups(Server server) : StoreTest(server)
{
    private readonly Guid first = Any.Id();
    private readonly Guid second = Any.Id();
    private readonly Guid third = Any.Id();

    [Fact]
    public async Task What_waits_is_committed_together()
    {
        await Together([.. Enumerable.Range(0, 50).Select(_ => Any.Sending(Any.Id()))]);

        Assert.Equal(51, await Portal.Scalar<long>("select count(*) from mt_events"));
        Assert.Equal(2, await Portal.Scalar<long>("select count(distinct xmin::text) from mt_events"));
        Assert.Equal(51, (await Portal.Parcels()).Count);
    }

    [Fact]
    public async Task One_stream_may_have_several_appends_in_a_group()
    {
        var answers = await Together(Any.Sending(first), Any.Append(first, 1, Any.Moved(first)), Any.Append(first, 1, Any.Moved(first)));

        Assert.Equal([1, 2], answers.Take(2).Select(answer => answer.Result.Version));
        Assert.IsType<StaleVersionException>(answers[2].Exception!.InnerException);
        Assert.Equal(1, Row(await Portal.Parcels(), first).Moves);
    }

    [Fact]
    public async Task Events_of_several_streams_that_belong_together_are_all_stored_or_none()
    {
        var (mine, yours) = (new Claim("place", "P1", first), new Claim("place", "P1", second));
        await Portal.Store.Append(Any.Sending(first) with { Claims = [mine] });
        await Portal.Append(second, 0, Any.Sent(second));

        await Assert.ThrowsAsync<StaleVersionException>(() => Portal.Store.Append(
            [Any.Append(first, 1, Any.Moved(first)), Any.Append(second, 7, Any.Moved(second)) with { Claims = [yours], Releases = [mine] }]));
        Assert.Equal(0, Row(await Portal.Parcels(), first).Moves);
        Assert.Equal(first, await Portal.Scalar<Guid>("select owner from reservation"));

        var stored = await Portal.Store.Append(
            [Any.Append(first, 1, Any.Moved(first)), Any.Append(second, 1, Any.Moved(second)) with { Claims = [yours], Releases = [mine] }]);
        Assert.Equal([2, 2], stored.Select(appended => appended.Version));
        Assert.Equal(1, await Portal.Scalar<long>("select count(distinct xmin::text) from mt_events where version = 2"));
        Assert.Equal(second, await Portal.Scalar<Guid>("select owner from reservation"));
    }

    [Fact]
    public async Task Those_that_belong_together_fail_together_when_their_group_does()
    {
        var breaking = Any.Append(second, 0, Any.Sent(second), new ParcelExploded(second));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Portal.Store.Append([Any.Sending(first), breaking]));

        Assert.DoesNotContain(await Portal.Parcels(), row => row.ParcelId == first);
    }

    [Fact]
    public Task A_stale_version_fails_alone() => FailsAlone<StaleVersionException>(Any.Append(second, 7, Any.Moved(second)));

    [Fact]
    public Task A_fold_that_throws_fails_alone() =>
        FailsAlone<InvalidOperationException>(Any.Append(second, 0, Any.Sent(second), new ParcelExploded(second)));

    [Fact]
    public async Task A_stream_of_another_type_fails_alone()
    {
        await Portal.Append(second, 0, Any.Sent(second));
        await FailsAlone<WrongStreamTypeException>(Any.Append(second, 1, Any.Moved(second)) with { StreamType = "letter" }, already: 1);
    }

    [Fact]
    public async Task A_row_beside_the_log_that_breaks_a_unique_index_fails_alone()
    {
        await Portal.Source.Execute("create table account (email text unique)");
        await Portal.Source.Execute("insert into account values ('a@b.dk')");

        await FailsAlone<PostgresException>(Any.Sending(second) with { SideWrites = [new SideWrite("insert into account values ($1)", "a@b.dk")] });
    }

    [Fact]
    public Task A_text_that_the_database_cannot_hold_fails_alone() => FailsAlone<PostgresException>(
        Any.Sending(second) with { Texts = [new WrittenText(Any.Id(), second, "null\0byte", null, TestStore.Noon)] });

    [Fact]
    public async Task An_append_that_kills_its_connection_fails_alone()
    {
        var bomb = Any.Sending(second) with { SideWrites = [new SideWrite("select pg_terminate_backend(pg_backend_pid())")] };
        await FailsAlone<NpgsqlException>(bomb);
    }

    [Fact]
    public async Task A_key_claimed_twice_in_a_group_goes_to_the_first()
    {
        var answers = await Together(Claiming(first, "W1"), Claiming(second, "W1"), Claiming(third, "W2"));

        var taken = Assert.IsType<ClaimTakenException>(answers[1].Exception!.InnerException);
        Assert.Equal(new Claim("code", "W1", second), taken.Claim);
        Assert.Equal(first, await Portal.Scalar<Guid>("select owner from reservation where key = 'W1'"));
        Assert.Equal(third, await Portal.Scalar<Guid>("select owner from reservation where key = 'W2'"));
        Assert.Empty(await Portal.Store.Read(second));
    }

    [Fact]
    public async Task A_key_given_up_in_a_group_is_free_for_the_next_of_the_group()
    {
        await Portal.Store.Append(Claiming(first, "W1"));
        var release = Any.Append(first, 1, Any.Moved(first)) with { Releases = [new Claim("code", "W1", first)] };

        var answers = await Together(release, Claiming(second, "W1"));

        Assert.All(answers, answer => Assert.True(answer.IsCompletedSuccessfully));
        Assert.Equal(second, await Portal.Scalar<Guid>("select owner from reservation"));
    }

    [Fact]
    public async Task What_was_handed_over_before_the_end_is_written()
    {
        await using var another = await TestStore.Open(ConnectionString);
        var appends = Enumerable.Range(0, 20).Select(_ => another.Store.Append(Any.Sending(Any.Id()))).ToList();

        await another.Store.DisposeAsync();

        Assert.All(await Task.WhenAll(appends), appended => Assert.Equal(1, appended.Version));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => another.Store.Append(Any.Sending(Any.Id())));
    }

    private static Append Claiming(Guid id, string key) => Any.Sending(id) with { Claims = [new Claim("code", key, id)] };

    private async Task FailsAlone<TException>(Append culprit, int already = 0) where TException : Exception
    {
        var answers = await Together(Any.Sending(first), culprit, Any.Sending(third));

        Assert.True(answers[0].IsCompletedSuccessfully);
        Assert.IsAssignableFrom<TException>(answers[1].Exception!.InnerException);
        Assert.True(answers[2].IsCompletedSuccessfully);
        Assert.Equal(already, (await Portal.Store.Read(culprit.StreamId)).Count);
        Assert.Equivalent(new[] { first, third }, (await Portal.Parcels()).Select(row => row.ParcelId).Intersect([first, third]));
        Assert.Equal(2, (await Portal.Append(first, 1, Any.Moved(first))).Version);
    }

    /// <summary>All of them in one group; the answers in the same order.</summary>
    private async Task<Task<Appended>[]> Together(params Append[] appends)
    {
        Task<Appended>[] answers;
        await using (await AppendsHeld.By(Portal))
            answers = [.. appends.Select(Portal.Store.Append)];
        await Task.WhenAll((IEnumerable<Task>)answers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answers;
    }

    private static ParcelRow Row(List<ParcelRow> rows, Guid id) => rows.Single(row => row.ParcelId == id);
}

using System.Threading.Channels;
using RolloutPortal.EventStore.Reading;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;

namespace RolloutPortal.EventStore.Tests;

public sealed class FollowingTheLog(Server server) : StoreTest(server)
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);
    private readonly Channel<(long Position, IReadOnlySet<string>? Topics)> told = Channel.CreateUnbounded<(long, IReadOnlySet<string>?)>();
    private readonly Guid id = Any.Id();

    [Fact]
    public async Task It_begins_with_everything_changed_and_then_tells_the_topics_before_and_after_the_fold()
    {
        await using var tail = await Follow(Never);
        var sent = await Portal.Append(id, 0, Any.Sent(id));
        var first = await Next();
        var moved = await Portal.Append(id, 1, Any.Moved(id));
        var second = await Next();

        Assert.Equal(sent.Position, first.Position);
        Assert.Equivalent(new[] { $"depot/{Any.Depot}", "depots" }, first.Topics);
        Assert.Equal(moved.Position, second.Position);
        Assert.Equivalent(new[] { $"depot/{Any.Depot}", $"depot/{Any.OtherDepot}", "depots" }, second.Topics);
        Assert.Equal(moved.Position, tail.Log.Position);
        Assert.True(tail.Log.Silence < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_is_appended_while_it_tells_is_told_next_without_waiting_for_the_poll()
    {
        var gate = new TaskCompletionSource();
        await using var tail = await Follow(Never, _ => gate.Task);
        var appends = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Portal.Store.Append(Any.Sending(Any.Id()))));

        gate.SetResult();

        var (position, topics) = await Next();
        while (position < appends.Max(append => append.Position))
            (position, topics) = await Next();
        Assert.NotNull(topics);
    }

    [Fact]
    public async Task A_killed_connection_is_opened_again_and_everything_counts_as_changed()
    {
        await using var tail = await Follow(Never);
        await Portal.Scalar<bool>("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tail'");

        Assert.Null((await Next()).Topics);

        var sent = await Portal.Append(id, 0, Any.Sent(id));
        Assert.Equal(sent.Position, (await Next()).Position);
    }

    [Fact]
    public async Task What_changes_beside_the_log_is_told_by_its_topic_and_nothing_was_appended()
    {
        await using var tail = await Follow(Never);
        var sent = await Portal.Append(id, 0, Any.Sent(id));
        Assert.Equal(sent.Position, (await Next()).Position);

        await Portal.Source.Execute($"select pg_notify('{LogTail.Beside}', 'crates/7'), pg_notify('{LogTail.Beside}', 'crates/8')");

        var (position, topics) = await Next();
        Assert.Equal(sent.Position, position);
        Assert.Equivalent(new[] { "crates/7", "crates/8" }, topics);
        // Said once: the next news names what was appended alone.
        var moved = await Portal.Append(id, 1, Any.Moved(id));
        (position, topics) = await Next();
        Assert.Equal(moved.Position, position);
        Assert.DoesNotContain("crates/7", topics!);
    }

    [Fact]
    public async Task Lost_nudges_mean_that_everything_may_have_changed()
    {
        var gate = new TaskCompletionSource();
        await using var tail = await Follow(Never, position => position == 1 ? gate.Task : Task.CompletedTask);
        await Portal.Append(id, 0, Any.Sent(id));
        var lost = await Portal.Append(id, 1, Any.Moved(id));
        var last = await Portal.Append(id, 2, Any.Moved(id));
        await Portal.Source.Execute("delete from nudge where seq_id = $1", default, lost.Position);

        gate.SetResult();

        Assert.NotNull((await Next()).Topics);
        Assert.Equal((last.Position, null), await Next());
    }

    [Fact]
    public async Task Events_of_a_writer_that_does_not_nudge_are_found_by_the_poll()
    {
        await using var tail = await Follow(TimeSpan.FromMilliseconds(20));
        await Portal.Source.Execute(
            """
            insert into mt_streams (id, type, version) values ($1, 'parcel', 1);
            """, default, id);
        await Portal.Source.Execute(
            "insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp) values (7, $1, $1, 1, '{}', 'parcel_lost', now())", default, id);

        Assert.Equal((7, null), await Next());
    }

    [Fact]
    public async Task Whoever_is_told_may_fail_and_is_told_again()
    {
        var failures = 1;
        await using var tail = await Follow(Never, position => position > 0 && failures-- > 0 ? throw new InvalidOperationException("Not now.") : Task.CompletedTask);
        var sent = await Portal.Append(id, 0, Any.Sent(id));

        Assert.Equal((sent.Position, null), await Next());
    }

    [Fact]
    public async Task Old_nudges_are_pruned()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await Portal.Scalar<long>("select setval('mt_events_sequence', 30000)");

        await Portal.Append(id, 1, Any.Moved(id));

        Assert.Equal([30_001], await Portal.Source.Rows("select seq_id from nudge", reader => reader.GetInt64(0)));
    }

    /// <summary>Follows, and has heard the first call.</summary>
    private async Task<Following> Follow(TimeSpan poll, Func<long, Task>? before = null)
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = "tail" };
        var following = new Following(new LogTail(Portal.Source, settings.ConnectionString) { Poll = poll });
        following.Start(async (position, topics) =>
        {
            if (before is not null && position > 0) await before(position);
            told.Writer.TryWrite((position, topics));
        });
        Assert.Equal((0, null), await Next());
        return following;
    }

    private Task<(long Position, IReadOnlySet<string>? Topics)> Next() => Eventually.Done(told.Reader.ReadAsync().AsTask());

    private sealed class Following(LogTail log) : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private Task running = Task.CompletedTask;

        public LogTail Log { get; } = log;

        public void Start(Func<long, IReadOnlySet<string>?, Task> changed) => running = Log.Run(changed, stop.Token);

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await Eventually.Done(running);
            stop.Dispose();
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.AccessLog;

/// <summary>What was written cannot be changed, added to or shortened unseen; old entries go, and the rest still proves itself.</summary>
public sealed class ChainingTheAccessLog(Server server) : OnOneDatabase(server)
{
    private PortalFactory node = null!;

    private AccessTables Tables => node.Services.GetRequiredService<AccessTables>();

    private NpgsqlDataSource Source => node.Services.GetRequiredService<NpgsqlDataSource>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        node = Node();
        for (var i = 0; i < 4; i++)
            await Tables.Write([Entry($"a{i}"), Entry($"b{i}"), Entry($"c{i}")]);
    }

    [Fact]
    public async Task What_was_written_proves_itself() => Assert.Empty(await Faults());

    [Theory]
    [InlineData("update access_log set outcome = 'x' where id = 5")]
    [InlineData("update access_log set account_id = null where id = 5")]
    [InlineData("update access_log set at = at + interval '1 second' where id = 5")]
    [InlineData("update access_log set action = permission, permission = action where id = 5")]
    [InlineData("delete from access_log where id = 5")]
    [InlineData("delete from access_log where id between 4 and 6")]
    [InlineData("delete from access_log where id between 4 and 6; delete from access_log_batch where number = 2")]
    [InlineData("delete from access_log where id <= 3")]
    [InlineData("delete from access_log where id <= 6; delete from access_log_batch where number <= 2")]
    [InlineData("insert into access_log select 99, at, account_id, kind, action, permission, object_id, address, status, outcome from access_log where id = 1")]
    [InlineData("update access_log_batch set hash = rows_hash where number = 4")]
    [InlineData("update access_log_batch set last_at = last_at - interval '1 day' where number = 2")]
    public async Task What_was_tampered_with_is_seen(string sql)
    {
        await Source.Execute(sql);

        Assert.NotEmpty(await Faults());
    }

    [Fact]
    public async Task Old_entries_go_whole_batches_at_a_time_and_the_rest_still_proves_itself()
    {
        Time.Pass(TimeSpan.FromDays(200));
        await Tables.Write([Entry("later")]);
        Assert.Null(await Pruning().Prune());
        Time.Pass(TimeSpan.FromDays(170));

        Assert.Equal(4, await Pruning().Prune());
        Assert.Empty(await Faults());
        Assert.Equal(["later", "pruned.4"], (await node.Services.GetRequiredService<AccessTables>().Entries(0, long.MaxValue)).Select(row => row.Entry.Outcome));
        Assert.Null(await Pruning().Prune());

        Time.Pass(TimeSpan.FromDays(400));
        Assert.Equal(6, await Pruning().Prune());
        Assert.Empty(await Faults());
        await Source.Execute("delete from access_log_batch where number = 6");
        Assert.NotEmpty(await Faults());
    }

    [Fact]
    public async Task Two_nodes_write_one_chain()
    {
        var other = Node().Services.GetRequiredService<AccessTables>();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? Tables : other).Write([Entry($"{i}")])));

        Assert.Empty(await Faults());
        Assert.Equal(44, (await Tables.Head()).Number);
    }

    [Fact]
    public async Task A_burst_costs_a_handful_of_commits()
    {
        var writer = node.Services.GetRequiredService<AccessWriter>();
        var before = (await Tables.Head()).Number;

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => writer.WriteBeforeAnswer(Entry($"burst {i}"))));

        var head = await Tables.Head();
        Assert.Equal(12 + 500, head.LastId);
        Assert.InRange(head.Number - before, 1, 100);
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task What_waits_is_written_when_the_portal_stops()
    {
        var stopping = Node();
        var writer = stopping.Services.GetRequiredService<AccessWriter>();
        for (var i = 0; i < 300; i++)
            await writer.Write(Entry($"last {i}"));

        await stopping.DisposeAsync();

        Assert.Equal(312, (await Tables.Head()).LastId);
    }

    private AccessPruning Pruning() => node.Services.GetRequiredService<AccessPruning>();

    private Task<IReadOnlyList<string>> Faults() => node.Services.GetRequiredService<AccessLogCheck>().Faults();

    private AccessEntry Entry(string outcome) => new(
        new DateTimeOffset(Time.GetUtcNow().Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero),
        Guid.NewGuid(), AccessKind.Write, "POST /x", "Plan", Guid.NewGuid(), "10.0.0.1", 200, outcome);
}

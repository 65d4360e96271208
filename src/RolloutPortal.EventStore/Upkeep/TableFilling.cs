using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Reading;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>One build: fill, catch up until little is left, then the last events and the swap under the append lock.</summary>
internal sealed class TableFilling(
    ReadTable table, LogScan scan, StoreSchema schema, ReadModelSet models, EventTypes types, Action<BuildProgress> progressed)
{
    private const long Little = 2_000;

    private readonly TableBuild build = table.StartBuild(table.BuildTable);

    public async Task Run(NpgsqlConnection connection, CancellationToken ct)
    {
        var (done, head) = (0L, await Head(connection, ct));
        while (true)
        {
            await Advance(connection, done, head, ct);
            await build.Flush(connection, ct);
            (done, head) = (head, await Head(connection, ct));
            if (head - done <= Little) break;
        }

        foreach (var index in table.CreateIndexes(table.BuildTable))
            await connection.Execute(index, ct);
        await Swap(connection, done, ct);
    }

    /// <summary>Fills a table up to a position, for use where nobody appends meanwhile.</summary>
    public static async Task Fill(
        LogScan scan, ReadTable table, string target, EventTypes types, NpgsqlConnection connection,
        long after, long upTo, Action<BuildProgress> progressed, CancellationToken ct)
    {
        var build = table.StartBuild(target);
        await scan.Read(after, upTo, table.EventNames(types), async run =>
        {
            await build.Fold(run.Events, connection, ct);
            progressed(new BuildProgress(table.Name, run.Last, upTo));
        }, ct);
        await build.Flush(connection, ct);
    }

    private async Task Advance(NpgsqlConnection connection, long after, long upTo, CancellationToken ct)
    {
        var told = DateTime.UtcNow;
        await scan.Read(after, upTo, table.EventNames(types), async run =>
        {
            await build.Fold(run.Events, connection, ct);
            progressed(new BuildProgress(table.Name, run.Last, upTo));
            if (DateTime.UtcNow - told < TimeSpan.FromSeconds(1)) return;
            told = DateTime.UtcNow;
            await NoteProgress(connection, run.Last, ct);
        }, ct);
        await NoteProgress(connection, upTo, ct);
    }

    private async Task Swap(NpgsqlConnection connection, long done, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(GroupCommit.TakeLock, ct);
        var head = await Head(connection, ct);
        await Advance(connection, done, head, ct);
        await build.Flush(connection, ct);
        foreach (var view in models.Views.Reverse())
            await connection.Execute($"drop view if exists {schema.Read}.\"{view.Name}\"", ct);
        await connection.Execute(
            $"""
            drop table if exists {schema.Read}."{table.Name}";
            alter table {schema.Read}."{table.BuildTable}" rename to "{table.Name}";
            """, ct);
        await connection.Execute("delete from mt_event_progression where name like $1", ct, table.Name + ":%");
        await connection.Execute("insert into mt_event_progression (name, last_seq_id) values ($1, $2)", ct, table.ProgressName, await Logged(connection, ct));
        if (models.Tables.All(other => other == table || other.IsLive)) await ReadTableKeeper.MakeViews(connection, models, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task NoteProgress(NpgsqlConnection connection, long position, CancellationToken ct) => await connection.Execute(
        """
        insert into mt_event_progression (name, last_seq_id) values ($1, $2)
        on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = transaction_timestamp()
        """, ct, table.BuildName, position);

    /// <summary>Every live table stands where the high-water mark does.</summary>
    private static async Task<long> Logged(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.Scalar<long?>("select last_seq_id from mt_event_progression where name = $1", ct, GroupCommit.HighWater) ?? 0;

    private static async Task<long> Head(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.Scalar<long?>("select max(seq_id) from mt_events", ct) ?? 0;
}

using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Reading;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>One build: fill, catch up until little is left, then the last events and the swap under the append lock.</summary>
internal sealed class TableFilling(ReadTable table, LogScan scan, ReadModelSet models, EventTypes types, Action<BuildProgress> progressed)
{
    private const long Little = 2_000;

    private readonly TableBuild build = table.StartBuild(table.BuildTable);

    public async Task Run(NpgsqlConnection connection, CancellationToken ct)
    {
        var done = await CatchUp(connection, 0, ct);
        foreach (var index in table.CreateIndexes(table.BuildTable))
            await connection.Execute(index, ct);
        await connection.Execute($"analyze \"{table.BuildTable}\"", ct);
        await SwapLock.Run(
            connection,
            () => Swap(connection, done, ct),
            async () => done = await CatchUp(connection, done, ct), ct);
        table.IsLive = true;
    }

    /// <summary>Fills a table up to a position, for use where nobody appends meanwhile.</summary>
    public static async Task Fill(
        LogScan scan, ReadTable table, string target, EventTypes types, NpgsqlConnection connection,
        long upTo, Action<BuildProgress> progressed, CancellationToken ct)
    {
        var build = table.StartBuild(target);
        await scan.Read(0, upTo, table.EventNames(types), table.RunLength, async run =>
        {
            await build.Fold(run.Events, connection, ct);
            progressed(new BuildProgress(table.Name, run.Last, upTo));
        }, ct);
        await build.Flush(connection, ct);
    }

    /// <returns>The position that the table stands at, not far behind the log.</returns>
    private async Task<long> CatchUp(NpgsqlConnection connection, long done, CancellationToken ct)
    {
        while (true)
        {
            var head = await LogHead.Of(connection, ct);
            await Advance(connection, done, head, ct);
            if (await LogHead.Of(connection, ct) - head <= Little) return head;
            done = head;
        }
    }

    private async Task Advance(NpgsqlConnection connection, long after, long upTo, CancellationToken ct)
    {
        var told = Environment.TickCount64;
        if (upTo > after)
        {
            await scan.Read(after, upTo, table.EventNames(types), table.RunLength, async run =>
            {
                await build.Fold(run.Events, connection, ct);
                progressed(new BuildProgress(table.Name, run.Last, upTo));
                if (Environment.TickCount64 - told < 1_000) return;
                told = Environment.TickCount64;
                await NoteProgress(connection, run.Last, ct);
            }, ct);
        }

        await build.Flush(connection, ct);
        await NoteProgress(connection, upTo, ct);
        progressed(new BuildProgress(table.Name, upTo, upTo));
    }

    /// <remarks>The old table goes first: when a reader is in the way, nothing has been folded yet.</remarks>
    private async Task Swap(NpgsqlConnection connection, long done, CancellationToken ct)
    {
        await connection.Execute($"drop table if exists \"{table.Name}\" cascade", ct);
        var head = await LogHead.Of(connection, ct);
        await Advance(connection, done, head, ct);
        await connection.Execute($"alter table \"{table.BuildTable}\" rename to \"{table.Name}\"", ct);
        await connection.Execute("delete from mt_event_progression where starts_with(name, $1)", ct, table.Name + ":");
        await connection.Execute("insert into mt_event_progression (name, last_seq_id) values ($1, $2)", ct, table.ProgressName, head);
        await ViewKeeper.Make(connection, models, skip: models.Tables.Any(other => other != table && !other.IsLive), ct);
    }

    private async Task NoteProgress(NpgsqlConnection connection, long position, CancellationToken ct) => await connection.Execute(
        """
        insert into mt_event_progression (name, last_seq_id) values ($1, $2)
        on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = transaction_timestamp()
        """, ct, table.BuildName, position);
}

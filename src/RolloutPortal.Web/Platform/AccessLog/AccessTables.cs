using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>The two tables of the access log: entries, and the chain of the batches in which they were written.</summary>
public sealed class AccessTables(NpgsqlDataSource source)
{
    /// <summary>One writer at a time, on whatever node: the chain has no branches.</summary>
    private const long Lock = 0x0acce55;

    public const string Columns = "id, at, account_id, kind, action, permission, object_id, address, status, outcome";

    /// <summary>All of them or none, in one commit.</summary>
    /// <param name="also">Done in the same transaction, with the batch as it was written.</param>
    public async Task<AccessBatch> Write(IReadOnlyList<AccessEntry> entries, Func<NpgsqlConnection, AccessBatch, Task>? also = null, CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute("select pg_advisory_xact_lock($1)", ct, Lock);
        var batch = (await Head(connection, ct)).Next(entries);
        await Insert(connection, batch, entries, ct);
        if (also is not null) await also(connection, batch);
        await transaction.CommitAsync(ct);
        return batch;
    }

    public async Task<AccessBatch> Head(CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await Head(connection, ct);
    }

    /// <summary>Links after a number, oldest first.</summary>
    public Task<List<AccessBatch>> Batches(long after, int most, CancellationToken ct = default) => source.Rows(
        "select number, first_id, last_id, last_at, rows_hash, previous, hash from access_log_batch where number > $1 order by number limit $2", Batch, ct, after, most);

    /// <summary>By id.</summary>
    public Task<List<StoredAccess>> Entries(long from, long to, CancellationToken ct = default) =>
        source.Rows($"select {Columns} from access_log where id between $1 and $2 order by id", Entry, ct, from, to);

    /// <summary>Entries outside every batch that there is.</summary>
    public Task<long> Strays(CancellationToken ct = default) => source.Scalar<long>(
        "select count(*) from access_log l where l.id < (select coalesce(min(first_id), 0) from access_log_batch) or l.id > (select coalesce(max(last_id), 0) from access_log_batch)", ct);

    public static StoredAccess Entry(NpgsqlDataReader row) => new(row.GetInt64(0), new AccessEntry(
        row.GetFieldValue<DateTimeOffset>(1), row.Value<Guid>(2), Enum.Parse<AccessKind>(row.GetString(3)), row.GetString(4),
        row.Text(5), row.Value<Guid>(6), row.Text(7), row.GetInt32(8), row.Text(9)));

    private static async Task<AccessBatch> Head(NpgsqlConnection connection, CancellationToken ct) =>
        (await connection.Rows(
            "select number, first_id, last_id, last_at, rows_hash, previous, hash from access_log_batch order by number desc limit 1", Batch, ct))
        .FirstOrDefault() ?? AccessBatch.None;

    private static async Task Insert(NpgsqlConnection connection, AccessBatch batch, IReadOnlyList<AccessEntry> entries, CancellationToken ct)
    {
        await connection.Execute(
            $"""
            insert into access_log ({Columns})
            select * from unnest(
                $1::bigint[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::int[], $10::text[])
            """,
            ct, Enumerable.Range(0, entries.Count).Select(i => batch.FirstId + i).ToArray(), Column(entries, e => e.At), Column(entries, e => e.Account),
            Column(entries, e => e.Kind.ToString()), Column(entries, e => e.Action), Column(entries, e => e.Permission), Column(entries, e => e.About),
            Column(entries, e => e.Address), Column(entries, e => e.Status), Column(entries, e => e.Outcome));
        await connection.Execute(
            "insert into access_log_batch (number, first_id, last_id, last_at, rows_hash, previous, hash) values ($1, $2, $3, $4, $5, $6, $7)",
            ct, batch.Number, batch.FirstId, batch.LastId, batch.LastAt, batch.Rows, batch.Previous, batch.Hash);
    }

    private static T[] Column<T>(IReadOnlyList<AccessEntry> entries, Func<AccessEntry, T> value) => [.. entries.Select(value)];

    private static AccessBatch Batch(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[]>(5),
        row.GetFieldValue<byte[]>(6));
}

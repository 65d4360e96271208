using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Uploaded files that wait: rows of the database, so that any node goes on with them. Contents are encrypted, and gone when a file
/// is stored, cancelled or a day old.</summary>
public sealed class ImportDesk(NpgsqlDataSource source, IDataProtectionProvider protection, Clock clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What is set when a file is at its end, whichever: nothing of what stood in it stays.</summary>
    internal const string Nothing = $"counts = null, {NothingRead}";

    private const string NothingRead = "content = null, columns = null, digest = null, headers = '[]', accepted = '[]', held_until = null";

    private const string Again = "state = 'Checking', phase = 'Waiting', attempts = 0, has_moved = false";

    /// <summary>What was found, and what was answered, was found and answered about other cells.</summary>
    private const string Unread = $"{Again}, counts = null, accepted = '[]', other_places = null";

    /// <summary>It is still as its user saw it ($2: <see cref="WaitingImport.Seen"/>).</summary>
    private const string AsSeen =
        "id = $1 and state = 'Checked' and concat_ws('/', digest, kind, coalesce(header_line::text, ''), coalesce(other_places, '')) = $2";

    /// <summary>And its content is there to be read again: that of a file with somebody's number goes at once.</summary>
    private const string IsThere = $"{AsSeen} and content is not null";

    /// <summary>Of a file that was not stored nobody answers for what its name may hold.</summary>
    private const string NameOfTheUnstored =
        """
        file_name = case when counts is null or counts -> 'Doubts' @> '[{"Key": "file.name-doubt"}]' then regexp_replace(file_name, '[0-9]', '*', 'g') else file_name end
        """;

    internal const string Columns =
        "id, programme_id, kind, file_name, state, phase, row_count, counts::text, digest, headers::text, accepted::text, has_moved, created_by, created_at, other_places, header_line, share, ended_at, ended_by";

    private readonly IDataProtector protector = protection.CreateProtector("import");

    public async Task<Guid> Put(Guid programmeId, string kind, string fileName, byte[] content, Guid by, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await source.Execute(
            "insert into import (id, programme_id, kind, file_name, content, state, created_by, created_at) values ($1, $2, $3, $4, $5, 'Checking', $6, $7)",
            ct, id, programmeId, kind, fileName, protector.Protect(content), by, clock.Now);
        return id;
    }

    public async Task<WaitingImport?> Find(Guid importId, CancellationToken ct) =>
        (await source.Rows($"select {Columns} from import where id = $1", Read, ct, importId)).FirstOrDefault();

    /// <summary>Those that are not at their end, newest first.</summary>
    public Task<List<WaitingImport>> Open(Guid programmeId, CancellationToken ct) => source.Rows(
        $"select {Columns} from import where programme_id = $1 and state in ('Checking', 'Checked', 'Storing') order by created_at desc limit 50", Read, ct, programmeId);

    /// <summary>What the files were called, by import.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Names(Guid[] imports, CancellationToken ct) =>
        (await source.Rows("select id, file_name from import where id = any($1)", row => (Id: row.GetGuid(0), Name: row.GetString(1)), ct, imports))
            .ToDictionary(row => row.Id, row => row.Name);

    /// <param name="most">Bytes, as they are kept.</param>
    /// <returns>Null when it is gone, or larger.</returns>
    public async Task<byte[]?> Content(Guid importId, CancellationToken ct, int most = int.MaxValue) =>
        await source.Scalar<byte[]>("select content from import where id = $1 and length(content) <= $2", ct, importId, most) is { } kept ? protector.Unprotect(kept) : null;

    public async Task<IReadOnlyDictionary<int, string>?> Mapping(Guid importId, CancellationToken ct) =>
        await source.Scalar<string>("select columns::text from import where id = $1", ct, importId) is { } json ? JsonSerializer.Deserialize<Dictionary<int, string>>(json) : null;

    /// <summary>Other columns: it is read again.</summary>
    /// <param name="seen">What whoever maps has looked at; of these acts each carries it, and none is done about anything else.</param>
    public Task<bool> Map(Guid importId, string? seen, IReadOnlyDictionary<int, string> columns, CancellationToken ct) => Move(
        $"update import set columns = $3::jsonb, {Unread} where {IsThere}", ct, importId, seen ?? "", JsonSerializer.Serialize(columns));

    /// <summary>It is a file of another kind: it is read again as such.</summary>
    public Task<bool> OpenAs(Guid importId, string? seen, string kind, CancellationToken ct) => Move(
        $"update import set kind = $3, columns = null, {Unread} where {IsThere}", ct, importId, seen ?? "", kind);

    /// <summary>Its headers stand below a title: it is read again from there.</summary>
    /// <param name="line">Physical, from 1.</param>
    public Task<bool> HeaderAt(Guid importId, string? seen, int line, CancellationToken ct) => Move(
        $"update import set header_line = $3, columns = null, {Unread} where {IsThere}", ct, importId, seen ?? "", line);

    /// <summary>What becomes of places that the file does not name: it is compared again.</summary>
    public Task<bool> Decide(Guid importId, string? seen, OtherPlaces others, CancellationToken ct) => Move(
        $"update import set other_places = $3, {Again} where {IsThere}", ct, importId, seen ?? "", others.ToString());

    /// <summary>Columns that were remembered, and the line of their headers where a title stands above, before anybody has looked.</summary>
    public Task Keep(Guid importId, IReadOnlyDictionary<int, string> columns, int? header, CancellationToken ct) =>
        source.Execute("update import set columns = $2::jsonb, header_line = $3 where id = $1", ct, importId, JsonSerializer.Serialize(columns), header);

    /// <summary>Beside what was answered before.</summary>
    /// <param name="doubts">Vouched for: <see cref="WaitingImport.DoubtKey"/>.</param>
    public Task<bool> Accept(Guid importId, string? seen, IReadOnlyList<string> doubts, CancellationToken ct) => Move(
        $"""
        update import set accepted = (select coalesce(jsonb_agg(key), '[]') from (select jsonb_array_elements_text(accepted) union select unnest($3)) as answers (key))
        where {AsSeen}
        """,
        ct, importId, seen ?? "", doubts.ToArray());

    public Task<bool> Unanswer(Guid importId, string? seen, CancellationToken ct) =>
        Move($"update import set accepted = '[]' where {AsSeen}", ct, importId, seen ?? "");

    /// <param name="seen">The digest of what whoever asks has looked at: where it is another by now, the page says so.</param>
    /// <param name="accepted">The answers that whoever asks has looked at: without one of them nothing is stored.</param>
    public Task<bool> AskToStore(Guid importId, string? seen, IReadOnlyList<string> accepted, CancellationToken ct) => source.Scalar<bool>(
        """
        with asked as (
            update import
            set state = case when digest = $2 then 'Storing' else state end, phase = 'Waiting', attempts = 0, has_moved = digest is distinct from $2
            where id = $1 and state = 'Checked' and accepted @> $3::jsonb
            returning state)
        select exists (select from asked where state = 'Storing')
        """,
        ct, importId, seen ?? "", JsonSerializer.Serialize(accepted));

    /// <summary>Until it is stored.</summary>
    public Task<bool> Cancel(Guid importId, Guid by, CancellationToken ct) => End(importId, ImportState.Cancelled, ct, by);

    /// <summary>All of a programme that nobody is storing.</summary>
    public async Task CancelAll(Guid programmeId, Guid by, CancellationToken ct)
    {
        foreach (var import in await Open(programmeId, ct))
            if (import.State is not ImportState.Storing) await Cancel(import.ImportId, by, ct);
    }

    public Task<bool> Fail(Guid importId, CancellationToken ct) => End(importId, ImportState.Failed, ct);

    /// <summary>Nothing of it could be read: it ends, and its summary says why, which quotes nothing of it.</summary>
    public Task Refuse(Guid importId, CheckedImport file, CancellationToken ct) => source.Execute(
        $"""
        update import set state = 'Refused', ended_at = $4, counts = $2::jsonb, {NothingRead}, file_name = case when $3 then regexp_replace(file_name, '[0-9]', '*', 'g') else file_name end
        where id = $1 and state in ('Checking', 'Storing')
        """,
        ct, importId, JsonSerializer.Serialize(CheckSummary.Of(file)), file.Doubts.Count > 0, clock.Now);

    /// <summary>What nobody stored within a day goes.</summary>
    public async Task Expire(CancellationToken ct)
    {
        var old = await source.Rows(
            "select id from import where state in ('Checking', 'Checked', 'Storing') and created_at < $1", row => row.GetGuid(0), ct, clock.Now - Kept);
        foreach (var id in old) await End(id, ImportState.Expired, ct);
    }

    /// <summary>What checking found; the file's lines with it, or none of it. With somebody's number in it, the file itself goes: what is to
    /// be mended is told, and can only be mended in the file.</summary>
    /// <returns>False when it has ended meanwhile.</returns>
    public async Task<bool> Tell(Guid importId, CheckedImport file, bool hasMoved, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var told = await connection.Execute(
            """
            update import set state = 'Checked', counts = $2::jsonb, digest = $3, headers = $4::jsonb, has_moved = $5, row_count = $6, attempts = 0, held_until = null,
                content = case when $7 then null else content end
            where id = $1 and state in ('Checking', 'Storing')
            """,
            ct, importId, JsonSerializer.Serialize(CheckSummary.Of(file)), file.Digest(),
            JsonSerializer.Serialize(file.File.Columns.Select(column => new FileColumn(column.Index, column.Header, column.Field?.Name))), hasMoved, file.File.Rows.Count, file.File.Persons > 0);
        if (told > 0) await ImportLines.Write(connection, importId, file, ct);
        // Not given up half-way: what was told is counted, and nobody could say whether it was.
        await transaction.CommitAsync(CancellationToken.None);
        return told > 0;
    }

    /// <summary>In the transaction that stores the file: it is stored only if nobody has cancelled it, and then its content goes.</summary>
    internal static SideWrite[] Ending(Guid importId) =>
    [
        new($"update import set state = 'Stored', {Nothing} where id = $1 and state = 'Storing'", importId),
        SideWrite.Demand("exists (select from import where id = $1 and state = 'Stored')", importId),
        new("delete from import_line where import_id = $1", importId),
    ];

    /// <summary>With its lines, in one statement: a crash leaves nobody's name behind.</summary>
    private async Task<bool> End(Guid importId, ImportState state, CancellationToken ct, Guid? by = null) => await source.Scalar<long>(
        $"""
        with ended as (
            update import set state = '{state}', ended_at = $2, ended_by = $3, {NameOfTheUnstored}, {Nothing} where id = $1 and state in ('Checking', 'Checked', 'Storing') returning id),
        gone as (delete from import_line where import_id in (select id from ended))
        select count(*) from ended
        """,
        ct, importId, clock.Now, by) > 0;

    private async Task<bool> Move(string sql, CancellationToken ct, params object[] values) => await source.Execute(sql, ct, values) > 0;

    internal static WaitingImport Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), Enum.Parse<ImportState>(row.GetString(4)), Enum.Parse<ImportPhase>(row.GetString(5)),
        row.GetInt32(6), row.IsDBNull(7) ? null : JsonSerializer.Deserialize<CheckSummary>(row.GetString(7)), row.IsDBNull(8) ? null : row.GetString(8),
        JsonSerializer.Deserialize<List<FileColumn>>(row.GetString(9))!, JsonSerializer.Deserialize<List<string>>(row.GetString(10))!, row.GetBoolean(11),
        row.GetGuid(12), row.GetFieldValue<DateTimeOffset>(13))
    {
        Others = row.IsDBNull(14) ? null : Enum.Parse<OtherPlaces>(row.GetString(14)),
        Header = row.IsDBNull(15) ? null : row.GetInt32(15),
        Share = row.IsDBNull(16) ? null : row.GetDouble(16),
        EndedAt = row.IsDBNull(17) ? null : row.GetFieldValue<DateTimeOffset>(17),
        EndedBy = row.IsDBNull(18) ? null : row.GetGuid(18),
    };
}

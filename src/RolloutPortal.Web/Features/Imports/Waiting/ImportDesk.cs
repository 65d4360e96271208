using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Uploaded files that wait: rows of the database, so that any node goes on with them. Contents are encrypted, and gone when a file
/// is stored, cancelled or a day old.</summary>
public sealed class ImportDesk(NpgsqlDataSource source, IDataProtectionProvider protection, Clock clock)
{
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

    /// <summary>Columns that were remembered, and the line of their headers where a title stands above, before anybody has looked.</summary>
    public Task Keep(Guid importId, IReadOnlyDictionary<int, string> columns, int? header, CancellationToken ct) =>
        source.Execute("update import set columns = $2::jsonb, header_line = $3 where id = $1", ct, importId, JsonSerializer.Serialize(columns), header);

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

    internal static WaitingImport Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), Enum.Parse<ImportState>(row.GetString(4)), Enum.Parse<ImportPhase>(row.GetString(5)),
        row.GetInt32(6), row.IsDBNull(7) ? null : JsonSerializer.Deserialize<CheckSummary>(row.GetString(7)), row.Text(8),
        JsonSerializer.Deserialize<List<FileColumn>>(row.GetString(9))!, JsonSerializer.Deserialize<List<string>>(row.GetString(10))!, row.GetBoolean(11),
        row.GetGuid(12), row.GetFieldValue<DateTimeOffset>(13))
    {
        Others = row.IsDBNull(14) ? null : Enum.Parse<OtherPlaces>(row.GetString(14)),
        Header = row.Value<int>(15),
        Share = row.Value<double>(16),
        EndedAt = row.Value<DateTimeOffset>(17),
        EndedBy = row.Value<Guid>(18),
    };
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>How columns were mapped by hand, remembered for the next file of that kind with the same headers.</summary>
/// <remarks>By a digest of the headers: of a file without any they are its first row, and that may be a person. It is the programme's own,
/// so that nobody finds the same row elsewhere.</remarks>
public sealed class ImportMappings(NpgsqlDataSource source)
{
    public Task Remember(WaitingImport import, IReadOnlyDictionary<int, string> columns, CancellationToken ct) => source.Execute(
        """
        insert into import_mapping (programme_id, kind, headers, columns) values ($1, $2, $3, $4::jsonb)
        on conflict (programme_id, kind, headers) do update set columns = excluded.columns
        """,
        ct, import.ProgrammeId, import.Kind, Key(import.ProgrammeId, import.Headers.Select(column => (column.Index, column.Header))), JsonSerializer.Serialize(columns));

    public async Task<IReadOnlyDictionary<int, string>?> Recall(Guid programmeId, string kind, IEnumerable<(int Index, string Header)> headers, CancellationToken ct) =>
        await source.Scalar<string>(
            "select columns::text from import_mapping where programme_id = $1 and kind = $2 and headers = $3", ct, programmeId, kind, Key(programmeId, headers)) is { } json
            ? JsonSerializer.Deserialize<Dictionary<int, string>>(json)
            : null;

    private static string Key(Guid programmeId, IEnumerable<(int Index, string Header)> headers) => Convert.ToHexString(HMACSHA256.HashData(
        programmeId.ToByteArray(), Encoding.UTF8.GetBytes(string.Join('\n', headers.Select(column => $"{column.Index} {HeaderText.Canonical(column.Header)}")))));
}

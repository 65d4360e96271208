using System.Text.Json;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>How columns were mapped by hand, remembered for the next file of that kind with the same headers.</summary>
public sealed class ImportMappings(NpgsqlDataSource source)
{
    public Task Remember(WaitingImport import, IReadOnlyDictionary<int, string> columns, CancellationToken ct) => source.Execute(
        """
        insert into import_mapping (programme_id, kind, headers, columns) values ($1, $2, $3, $4::jsonb)
        on conflict (programme_id, kind, headers) do update set columns = excluded.columns
        """,
        ct, import.ProgrammeId, import.Kind, Key(import.Headers.Select(column => (column.Index, column.Header))), JsonSerializer.Serialize(columns));

    public async Task<IReadOnlyDictionary<int, string>?> Recall(Guid programmeId, string kind, IEnumerable<(int Index, string Header)> headers, CancellationToken ct) =>
        await source.Scalar<string>(
            "select columns::text from import_mapping where programme_id = $1 and kind = $2 and headers = $3", ct, programmeId, kind, Key(headers)) is { } json
            ? JsonSerializer.Deserialize<Dictionary<int, string>>(json)
            : null;

    private static string Key(IEnumerable<(int Index, string Header)> headers) =>
        string.Join('\n', headers.Select(column => $"{column.Index} {HeaderText.Canonical(column.Header)}"));
}

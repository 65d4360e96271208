using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>How columns were mapped by hand, remembered for the next file of that kind: for all its headers together, and for each by itself,
/// so that one column more or less forgets nothing.</summary>
/// <remarks>By a digest: of a file without headers they are its first row, and that may be a person. It is the programme's own, so that nobody
/// finds the same row elsewhere; whoever is erased goes from it (<see cref="ForgottenPeople"/>).</remarks>
public sealed class ImportMappings(NpgsqlDataSource source)
{
    /// <summary>Takes what is remembered of single headers ($1, canonical) in any programme, digested as in <see cref="Key(Guid, string)"/>.</summary>
    internal const string Forgotten =
        """
        delete from import_mapping m using unnest($1) as header
        where m.headers = upper(encode(sha256(convert_to(m.programme_id::text || E'\n' || header, 'UTF8')), 'hex'))
        """;

    public Task Remember(WaitingImport import, IReadOnlyDictionary<int, string> columns, CancellationToken ct)
    {
        // Not imported is said of this file alone: by itself a header may mean something in another.
        var single = import.Headers.Where(column => columns.GetValueOrDefault(column.Index) is { Length: > 0 })
            .Select(column => (Key: Key(import.ProgrammeId, column.Header), Field: columns[column.Index])).DistinctBy(one => one.Key).ToList();
        string[] keys = [Key(import.ProgrammeId, import.Headers.Select(column => (column.Index, column.Header))), .. single.Select(one => one.Key)];
        string[] mapped = [JsonSerializer.Serialize(columns), .. single.Select(one => JsonSerializer.Serialize(new Dictionary<int, string> { [0] = one.Field }))];
        return source.Execute(
            """
            insert into import_mapping (programme_id, kind, headers, columns)
            select $1, $2, key, mapped::jsonb from unnest($3, $4) as one(key, mapped)
            on conflict (programme_id, kind, headers) do update set columns = excluded.columns
            """,
            ct, import.ProgrammeId, import.Kind, keys, mapped);
    }

    /// <returns>By column; null: none of these headers was ever mapped.</returns>
    public async Task<IReadOnlyDictionary<int, string>?> Recall(Guid programmeId, string kind, IReadOnlyList<(int Index, string Header)> headers, CancellationToken ct)
    {
        var whole = Key(programmeId, headers);
        var keys = headers.Select(column => (column.Index, Key: Key(programmeId, column.Header))).ToList();
        var found = (await source.Rows(
            "select headers, columns::text from import_mapping where programme_id = $1 and kind = $2 and headers = any($3)",
            row => (Key: row.GetString(0), Columns: JsonSerializer.Deserialize<Dictionary<int, string>>(row.GetString(1))!), ct,
            programmeId, kind, keys.Select(one => one.Key).Append(whole).ToArray())).ToDictionary(one => one.Key, one => one.Columns);
        if (found.TryGetValue(whole, out var same)) return same;
        var single = keys.Where(one => found.ContainsKey(one.Key)).Select(one => (one.Index, Field: found[one.Key][0])).DistinctBy(one => one.Field).ToDictionary(one => one.Index, one => one.Field);
        return single.Count == 0 ? null : single;
    }

    private static string Key(Guid programmeId, IEnumerable<(int Index, string Header)> headers) => Convert.ToHexString(HMACSHA256.HashData(
        programmeId.ToByteArray(), Encoding.UTF8.GetBytes(string.Join('\n', headers.Select(column => $"{column.Index} {HeaderText.Canonical(column.Header)}")))));

    private static string Key(Guid programmeId, string header) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{programmeId}\n{HeaderText.Canonical(header)}")));
}

using System.Text.Json;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Importing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>The lines of files that wait, for the preview: gone when the file is stored or given up.</summary>
public sealed class ImportLines(NpgsqlDataSource source)
{
    private const int Step = 5_000;

    internal static async Task Write(NpgsqlConnection connection, Guid importId, CheckedImport file, CancellationToken ct)
    {
        await connection.Execute("delete from import_line where import_id = $1", ct, importId);
        for (var from = 0; from < file.File.Rows.Count; from += Step)
        {
            var part = Enumerable.Range(from, Math.Min(Step, file.File.Rows.Count - from)).Select(i => (Number: i, Row: file.File.Rows[i], Plan: file.Of(i), Changes: file.Changes(i))).ToList();
            await connection.Execute(
                """
                insert into import_line (import_id, number, line, outcome, has_doubt, data)
                select $1, number, line, outcome, has_doubt, data::jsonb
                from unnest($2, $3, $4, $5, $6) as l(number, line, outcome, has_doubt, data)
                """,
                ct, importId, part.Select(one => one.Number).ToArray(), part.Select(one => one.Row.Line).ToArray(),
                part.Select(one => one.Plan.Outcome.ToString()).ToArray(), part.Select(one => one.Row.Doubts.Count > 0).ToArray(),
                part.Select(one => JsonSerializer.Serialize(new LineData(one.Row.Shown, one.Changes, one.Row.Faults, one.Row.Doubts, one.Plan.Beside))).ToArray());
        }
    }

    /// <param name="show">An outcome by its name, <c>Doubt</c>, or <c>Beside</c>; empty: all.</param>
    public Task<List<ImportLine>> Page(Guid importId, string? show, int page, CancellationToken ct) => source.Rows(
        $"""
        select line, outcome, data::text from import_line
        where import_id = $1 and {Condition(show)}
        order by number
        limit {ListRequest.PageSize} offset $2
        """,
        row => Line(row.GetInt32(0), row.GetString(1), JsonSerializer.Deserialize<LineData>(row.GetString(2))!), ct, importId, (page - 1) * ListRequest.PageSize);

    public async Task<int> Count(Guid importId, string? show, CancellationToken ct) =>
        (int)await source.Scalar<long>($"select count(*) from import_line where import_id = $1 and {Condition(show)}", ct, importId);

    /// <summary>Doubts of cells that nobody has answered for, in the order of the file.</summary>
    public Task<List<Fault>> OpenDoubts(Guid importId, int most, CancellationToken ct) => source.Rows(
        """
        select d::text from import_line, jsonb_array_elements(data->'Doubts') d
        where import_id = $1 and has_doubt
            and (d->>'Line') || '/' || (d->>'Column') not in (select jsonb_array_elements_text(accepted) from import where id = $1)
        order by number
        limit $2
        """,
        row => JsonSerializer.Deserialize<Fault>(row.GetString(0))!, ct, importId, most);

    /// <remarks>Never what an address says, only what it means.</remarks>
    private static string Condition(string? show) =>
        show == "Doubt" ? "has_doubt"
        : show == "Beside" ? "coalesce(jsonb_array_length(data->'Beside'), 0) > 0"
        : Enum.TryParse<RowOutcome>(show, out var outcome) && Enum.IsDefined(outcome) ? $"outcome = '{outcome}'"
        : "true";

    private static ImportLine Line(int line, string outcome, LineData data) =>
        new(line, Enum.Parse<RowOutcome>(outcome), data.Shown, data.Changes, data.Faults, data.Doubts, data.Beside ?? []);

    private sealed record LineData(IReadOnlyList<string?> Shown, IReadOnlyList<ValueChange> Changes, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Doubts, IReadOnlyList<OtherPlace>? Beside);
}

using System.Text.Json;
using Npgsql;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>What people say about a file that waits: its columns, its kind, what becomes of other places, which doubts are none, that it is to be
/// stored. Each is about the file as whoever says it has seen it, and done about nothing else.</summary>
public sealed class ImportAnswers(NpgsqlDataSource source)
{
    private const string Again = "state = 'Checking', phase = 'Waiting', attempts = 0, has_moved = false";

    /// <summary>What was found, and what was answered, was found and answered about other cells.</summary>
    private const string Unread = $"{Again}, counts = null, accepted = '[]', other_places = null";

    /// <summary>It is still as its user saw it ($2: <see cref="WaitingImport.Seen"/>).</summary>
    private const string AsSeen =
        "id = $1 and state = 'Checked' and concat_ws('/', digest, kind, coalesce(header_line::text, ''), coalesce(other_places, '')) = $2";

    /// <summary>And its content is there to be read again: that of a file with somebody's number goes at once.</summary>
    private const string IsThere = $"{AsSeen} and content is not null";

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

    private async Task<bool> Move(string sql, CancellationToken ct, params object[] values) => await source.Execute(sql, ct, values) > 0;
}

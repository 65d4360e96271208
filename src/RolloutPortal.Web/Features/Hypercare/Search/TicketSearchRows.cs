using Npgsql;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>The rows that tickets are found by: kept with every append, made again where they differ.</summary>
/// <remarks>Beside the log and not among the read tables, for they hold what people wrote. A deleted text leaves them in the transaction that
/// deletes it.</remarks>
public static class TicketSearchRows
{
    public const string Table = "ticket_search";

    /// <summary>Raised with what a row holds: those of an earlier version are made again.</summary>
    private const int Shape = 2;

    private const int AtATime = 500;

    private static readonly string Texts = EmbeddedSql.Read("TicketTexts.sql", typeof(TicketSearchRows).Assembly);

    private static readonly string Rows = $"with texts as ({Texts}) {EmbeddedSql.Read("TicketSearchRows.sql", typeof(TicketSearchRows).Assembly)}";

    private static readonly string Keep = $"""
        insert into {Table} (ticket_id, version, location_id, language, cause, words, vector, shape)
        select r.ticket_id, r.version, r.location_id, r.language, r.cause, r.words, r.vector, {Shape}
        from ({Rows}) r
        on conflict (ticket_id) do update set
            version = excluded.version, location_id = excluded.location_id, language = excluded.language, cause = excluded.cause,
            words = excluded.words, vector = excluded.vector, shape = excluded.shape
        """;

    public static FollowUp FollowUp { get; } = new(StoredName.Of(typeof(Ticket)), Keep);

    /// <summary>Makes those that are missing or of another version than their ticket: of a database that an earlier version wrote.</summary>
    public static Task CatchUp(NpgsqlDataSource source, CancellationToken ct = default) =>
        Make(source, $"(q.version, q.shape) is distinct from (s.version, {Shape}::smallint)", ct);

    /// <summary>Makes every row anew while the portal serves.</summary>
    /// <returns>How many.</returns>
    public static Task<int> Rebuild(NpgsqlDataSource source, CancellationToken ct = default) => Make(source, "true", ct);

    /// <summary>One line for each row that is not what the log and the texts say.</summary>
    public static async Task<IReadOnlyList<string>> Faults(NpgsqlDataSource source, CancellationToken ct = default)
    {
        var faults = new List<string>();
        foreach (var some in (await Tickets(source, "true", ct)).Chunk(AtATime))
        {
            faults.AddRange(await source.Rows(
                $"""
                select s.id
                from unnest($1) s(id)
                left join {Table} q on q.ticket_id = s.id
                left join ({Rows}) r on r.ticket_id = s.id
                where (q.version, q.location_id, q.cause, q.words) is distinct from (r.version, r.location_id, r.cause, r.words)
                    or (q.language = r.language and q.vector <> r.vector)
                """,
                row => $"{Table} {row.GetGuid(0)}: is not what the log and the texts say", ct, some));
        }

        return faults;
    }

    private static async Task<int> Make(NpgsqlDataSource source, string which, CancellationToken ct)
    {
        var tickets = await Tickets(source, which, ct);
        foreach (var some in tickets.Chunk(AtATime))
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            // No text may change meanwhile.
            await AppendLock.Take(connection, ct);
            await connection.Execute(Keep, ct, some);
            await transaction.CommitAsync(ct);
        }

        return tickets.Count;
    }

    private static Task<List<Guid>> Tickets(NpgsqlDataSource source, string which, CancellationToken ct) => source.Rows(
        $"select s.id from mt_streams s left join {Table} q on q.ticket_id = s.id where s.type = '{FollowUp.StreamType}' and {which}", row => row.GetGuid(0), ct);
}

using Microsoft.Extensions.Localization;
using Npgsql;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>Reads lines of tickets: a page of them, and how many there are.</summary>
public sealed class TicketLines(ReadTables read, Clock clock, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>The orders of the list; the first is the default. Names stand as in the reader's alphabet; time and severity have an index in their
    /// order, without which a search sorts all there are before it looks at the first.</summary>
    public static IReadOnlyList<(string Key, string Sql)> Orders =>
    [
        ("logged", "t.logged_at"), ("severity", "t.severity"), ("changed", "t.last_changed_at"), ("location", NameOrder.Sql("l.name")), ("users", "t.affected_users"),
        ("status", "array_position(array['Open', 'Taken', 'Resolved', 'Withdrawn'], t.status)"),
    ];

    public async Task<int> Count(TicketConditions where, CancellationToken ct = default) =>
        (int)(await read.Query($"select count(*) from ticket_row t where {where.Sql}", reader => reader.GetInt64(0), ct, where.Values))[0];

    /// <summary>Only ids are sorted; the rest is read for one page of them.</summary>
    /// <param name="order">SQL over <c>t</c> and its location <c>l</c>.</param>
    /// <param name="named">Locations where the viewer may see names; null: all.</param>
    public async Task<List<TicketLine>> Page(TicketConditions where, string order, int offset, int limit, IReadOnlySet<Guid>? named, CancellationToken ct = default)
    {
        var now = $"${where.Values.Length + 1}";
        var location = order.Contains("l.", StringComparison.Ordinal)
            ? $"join location_period_row l on l.location_id = t.location_id and l.shown_from <= {now} and l.shown_to > {now}"
            : "";
        // Words are looked for in the order of the list, until the page is full.
        var sorted = $"select t.ticket_id from ticket_row t {location} where {where.Sql} order by {order}";
        var page = where.Words is { } words ? $"select t.ticket_id from ({sorted} offset 0) t where {words}" : sorted;
        var ids = await read.Planned($"{page} offset {offset} limit {limit}", row => row.GetGuid(0), ct, [.. where.Values, clock.Now]);
        return await These([.. ids], named, ct);
    }

    /// <summary>In the order given.</summary>
    /// <inheritdoc cref="Page"/>
    public Task<List<TicketLine>> These(Guid[] ids, IReadOnlySet<Guid>? named, CancellationToken ct = default) => read.Query(
        $"""
        select t.ticket_id, t.number, t.location_id, l.name, l.time_zone, m.name, t.kind, t.severity, t.status, t.during_hypercare,
            t.safety_or_personal_data, t.affected_users, t.logged_at, t.last_changed_at, {AccountName.Sql}, left(x.body, 200), t.assignee_id, t.cause
        from unnest($1) with ordinality page(ticket_id, place)
        join ticket_row t on t.ticket_id = page.ticket_id
        join location_period_row l on l.location_id = t.location_id and l.shown_from <= $3 and l.shown_to > $3
        left join module_row m on m.module_id = t.module_id
        left join text x on x.id = t.text_id and x.stream_id = t.ticket_id
        left join account a on a.id = t.assignee_id and ($2::uuid[] is null or t.location_id = any($2))
        order by page.place
        """,
        Read, ct, ids, (object?)named?.ToArray() ?? DBNull.Value, clock.Now);

    /// <summary>All of them, one by one, for a file.</summary>
    /// <param name="most">Null: however many there are.</param>
    /// <inheritdoc cref="Page"/>
    public IAsyncEnumerable<ExportedTicket> All(TicketConditions where, string order, int? most, IReadOnlySet<Guid>? named, CancellationToken ct = default) => read.Stream(
        $"""
        select {ExportedTicket.Columns}
        from ticket_row t
        join location_period_row l on l.location_id = t.location_id and l.shown_from <= ${where.Values.Length + 2} and l.shown_to > ${where.Values.Length + 2}
        left join module_row m on m.module_id = t.module_id
        left join text x on x.id = t.text_id and x.stream_id = t.ticket_id
        left join account a on a.id = t.assignee_id and (${where.Values.Length + 1}::uuid[] is null or t.location_id = any(${where.Values.Length + 1}))
        where {where.Sql}{(where.Words is { } words ? $" and {words}" : "")}
        order by {order}
        limit ${where.Values.Length + 3}
        """,
        row => ExportedTicket.Read(row, shared), ct, [.. where.Values, (object?)named?.ToArray() ?? DBNull.Value, clock.Now, (object?)most ?? DBNull.Value]);

    private TicketLine Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.Text(5),
        Enum.Parse<TicketKind>(row.GetString(6)), Enum.Parse<Severity>(row.GetString(7)), Enum.Parse<TicketStatus>(row.GetString(8)),
        row.GetBoolean(9), row.GetBoolean(10), row.GetInt32(11), row.GetFieldValue<DateTimeOffset>(12), row.GetFieldValue<DateTimeOffset>(13),
        AccountName.Read(row, 14, shared), row.Text(15))
    {
        AssigneeId = row.Value<Guid>(16),
        Cause = row.Text(17) is { } cause ? Enum.Parse<Cause>(cause) : null,
    };
}

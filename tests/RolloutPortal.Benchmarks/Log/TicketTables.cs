using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Benchmarks.Log;

/// <summary>A line of a board: one row for each stream.</summary>
[Index(nameof(LocationId), nameof(Severity))]
public sealed record BenchTicketRow(
    Guid TicketId, Guid LocationId, Severity Severity, int AffectedUsers, DateTimeOffset LoggedAt, DateTimeOffset ChangedAt, int Comments)
    : IReadModel<BenchTicketRow>
{
    public IEnumerable<string> Topics => [$"hypercare/{LocationId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event is TicketEvent e ? [e.TicketId] : [];

    public static BenchTicketRow? Fold(BenchTicketRow? row, object @event, Guid key) => @event switch
    {
        TicketLogged e => new(key, e.LocationId, e.Severity, e.AffectedUsers, e.LoggedAt, e.LoggedAt, 0),
        TicketCommented e when row is not null => row with { Comments = row.Comments + 1, ChangedAt = e.At },
        _ => row,
    };
}

/// <summary>Who wrote how much: rows that many streams share.</summary>
public sealed record BenchAuthorRow(Guid AuthorId, int Comments, DateTimeOffset LastAt) : IReadModel<BenchAuthorRow>
{
    public static IEnumerable<Guid> KeysOf(object @event) => @event is TicketCommented e ? [e.AuthorId] : [];

    public static BenchAuthorRow? Fold(BenchAuthorRow? row, object @event, Guid key) => @event switch
    {
        TicketCommented e => new(key, (row?.Comments ?? 0) + 1, e.At),
        _ => row,
    };
}

using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>The figures of a board, for one location or for all of them together. Wishes and mistakes are not in them.</summary>
/// <param name="New">Logged in the last 24 hours.</param>
/// <param name="Untaken">Open, and nobody has it.</param>
/// <param name="Resolved">In the last 24 hours, and still.</param>
/// <param name="Week">Logged today or on the six days before.</param>
/// <param name="Outside">Of the open ones: logged outside hypercare, on operations' list.</param>
/// <param name="Wishes">Open change requests, which are counted apart.</param>
/// <param name="Oldest">When the oldest open one was logged.</param>
public sealed record TicketCounts(
    int New, int S1, int S2, int S3, int S4, int Untaken, int Resolved, int Week, int Outside, int Wishes, DateTimeOffset? Oldest, Guid? OldestId)
{
    public static TicketCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Oldest: null, OldestId: null);

    public int Open => S1 + S2 + S3 + S4;

    public IEnumerable<(Severity Severity, int Count)> BySeverity => [(Severity.S1, S1), (Severity.S2, S2), (Severity.S3, S3), (Severity.S4, S4)];

    public static TicketCounts operator +(TicketCounts one, TicketCounts other)
    {
        var oldest = other.Oldest is null || one.Oldest <= other.Oldest ? one : other;
        return new(
            one.New + other.New, one.S1 + other.S1, one.S2 + other.S2, one.S3 + other.S3, one.S4 + other.S4, one.Untaken + other.Untaken,
            one.Resolved + other.Resolved, one.Week + other.Week, one.Outside + other.Outside, one.Wishes + other.Wishes,
            oldest.Oldest, oldest.OldestId);
    }

    public static TicketCounts Add(TicketCounts left, TicketCounts right) => left + right;
}

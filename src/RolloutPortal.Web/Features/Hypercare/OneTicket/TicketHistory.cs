using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Events;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket;

/// <summary>A ticket's events told as its history, oldest first. Pure.</summary>
public static class TicketHistory
{
    public static IReadOnlyList<HistoryEntry> Of(IReadOnlyList<StoredEvent> events)
    {
        var entries = new List<HistoryEntry>();
        var before = Ticket.Initial;
        foreach (var stored in events.Where(stored => stored.Data is TicketEvent))
        {
            var happened = (TicketEvent)stored.Data;
            entries.Add(Tell(before, happened, stored));
            before = before.Apply(happened);
        }

        return entries;
    }

    private static HistoryEntry Tell(Ticket before, TicketEvent happened, StoredEvent stored)
    {
        var entry = new HistoryEntry(happened.GetType().Name, stored.At, stored.By);
        return happened switch
        {
            TicketLogged e => entry with { At = e.LoggedAt, By = e.ReporterId },
            TicketTaken e => entry with { At = e.At, Whose = e.AssigneeId },
            TicketCommented e => entry with { At = e.At, By = e.AuthorId, TextId = e.TextId },
            TicketResolved e => entry with { At = e.ResolvedAt, Cause = e.Cause, TextId = e.TextId },
            TicketReopened e => entry with { At = e.At, TextId = e.ReasonTextId },
            TicketWithdrawn e => entry with { At = e.At, TextId = e.ReasonTextId },
            TicketCorrected e => entry with
            {
                At = e.At,
                Was = before.Problem,
                Is = Problem.Of(e),
                TextId = e.TextId == before.TextId ? null : before.TextId,
            },
            _ => entry,
        };
    }
}

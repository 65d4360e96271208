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
            var entry = Tell(before, happened, stored);
            if (entries.LastOrDefault() is { } last && happened is PhotoAdded && last.What == entry.What && (last.At, last.By) == (entry.At, entry.By))
                entries[^1] = last with { Count = last.Count + 1 };
            else entries.Add(entry);
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
            SeverityChanged e => entry with { At = e.At, TextId = e.ReasonTextId, Weighing = e },
            PhotoAdded e => entry with { At = e.At, By = e.AuthorId },
            PhotoRemoved e => entry with { At = e.At },
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

using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket;

/// <summary>One thing that happened to a ticket, as its page tells it.</summary>
/// <param name="What">The event's name: <c>history.</c> and this is the text's key.</param>
/// <param name="By">Null: the portal itself. A comment's author and a reporter stand in the event; everybody else in its headers.</param>
/// <param name="TextId">The words that went with it; for a correction those that were replaced.</param>
/// <param name="Whose">Who has it now.</param>
/// <param name="Weighing">A change of severity by hand.</param>
/// <param name="Count">How many at once; of photos.</param>
/// <param name="Was">Before a correction; null for anything else.</param>
public sealed record HistoryEntry(
    string What, DateTimeOffset At, Guid? By, Guid? TextId = null, Guid? Whose = null, Cause? Cause = null, Problem? Was = null, Problem? Is = null,
    SeverityChanged? Weighing = null, int Count = 1)
{
    public string Tone => What switch
    {
        nameof(TicketLogged) or nameof(TicketReopened) => "warn",
        nameof(TicketTaken) => "info",
        nameof(TicketResolved) => "ok",
        nameof(TicketWithdrawn) => "off",
        nameof(SeverityChanged) => "warn",
        _ => "neutral",
    };
}

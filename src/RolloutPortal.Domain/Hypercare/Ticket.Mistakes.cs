using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Hypercare;

/// <content>What was written wrongly, or should not have been: corrected, withdrawn, deleted (decisions.md 1 and 21).</content>
public sealed partial record Ticket
{
    /// <summary>Every version is kept.</summary>
    /// <param name="hypercare">At the location as corrected; asked only when that has changed.</param>
    /// <param name="loggedOn">The calendar day at that location when the ticket was logged.</param>
    public Decision<TicketEvent> Correct(CorrectTicket command, HypercarePeriod hypercare, DateOnly loggedOn)
    {
        if (Gone is { } gone) return gone;
        if (command.Problem == Problem && command.TextId == TextId) return Decision<TicketEvent>.Nothing;
        if (command.Problem.Check() is { } refusal) return refusal;

        var p = command.Problem;
        var during = p.LocationId == Problem!.LocationId ? DuringHypercare : hypercare.Covers(loggedOn);
        return new TicketCorrected(
            Id, p.LocationId, p.ModuleId, p.Kind, p.Impact, p.Urgency, p.SafetyOrPersonalData, SeverityAfter(p), p.AffectedUsers,
            command.TextId, during, command.At);
    }

    /// <param name="reasonTextId">The text that stands there where the words are the same.</param>
    public Decision<TicketEvent> Withdraw(Guid reasonTextId, DateTimeOffset at) =>
        Status is TicketStatus.Withdrawn && EndingTextId == reasonTextId ? Decision<TicketEvent>.Nothing
        : Ended is { } ended ? ended
        : reasonTextId == Guid.Empty ? new Refusal(TicketRefusals.ReasonMissing)
        : new TicketWithdrawn(Id, reasonTextId, at);

    /// <summary>Possible for ever: what should not have been written must be removable.</summary>
    public Decision<TicketEvent> Redact(Guid textId, DateTimeOffset at) =>
        !Texts.Contains(textId) ? new Refusal(TicketRefusals.TextNotFound)
        : Redacted.Contains(textId) ? Decision<TicketEvent>.Nothing
        : new TextRedacted(Id, textId, at);
}

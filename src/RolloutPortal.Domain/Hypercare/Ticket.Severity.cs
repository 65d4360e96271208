namespace RolloutPortal.Domain.Hypercare;

/// <summary>How severe a ticket is: by the table, or as somebody weighed it.</summary>
public sealed partial record Ticket
{
    public Severity Severity { get; init; }

    /// <summary>With a reason, and until it has ended. What the table gave stands in the event.</summary>
    public Decision<TicketEvent> Weigh(Severity severity, Guid reasonTextId, DateTimeOffset at) =>
        Ended is { } ended ? ended
        : Severity == severity || Texts.Contains(reasonTextId) ? Decision<TicketEvent>.Nothing
        : reasonTextId == Guid.Empty ? new Refusal(TicketRefusals.ReasonMissing)
        : new SeverityChanged(Id, Severity, severity, Problem!.Severity, reasonTextId, at);

    /// <summary>What somebody else has weighed meanwhile is theirs to know before it is weighed again.</summary>
    /// <param name="seen">The severity when that was decided.</param>
    public Decision<TicketEvent> Weigh(Severity severity, Severity seen, Guid reasonTextId, DateTimeOffset at) =>
        Ended is null && Severity != seen && Severity != severity
            ? new Refusal(TicketRefusals.WeighedMeanwhile, Severity)
            : Weigh(severity, reasonTextId, at);

    /// <summary>What was weighed by hand stays while the table gives the same as before; where it does not, it is worked out anew.</summary>
    private Severity SeverityAfter(Problem corrected) => corrected.Severity == Problem!.Severity ? Severity : corrected.Severity;
}

namespace RolloutPortal.Domain.Hypercare;

/// <summary>What can happen to one hypercare ticket. Stored for good: add properties, never rename them.</summary>
public abstract record TicketEvent(Guid TicketId);

/// <param name="AffectedUsers">How many the reporter says it hits, the reporter included.</param>
/// <param name="DuringHypercare">Whether the location was in hypercare that day; where not, the ticket counts for re-entry.</param>
public sealed record TicketLogged(
    Guid TicketId,
    Guid LocationId,
    Guid? ModuleId,
    TicketKind Kind,
    Impact Impact,
    Urgency Urgency,
    bool SafetyOrPersonalData,
    Severity Severity,
    int AffectedUsers,
    Guid TextId,
    Guid ReporterId,
    Channel Channel,
    bool DuringHypercare,
    DateTimeOffset LoggedAt)
    : TicketEvent(TicketId);

public sealed record TicketTaken(Guid TicketId, Guid AssigneeId, DateTimeOffset At) : TicketEvent(TicketId);

public sealed record TicketReleased(Guid TicketId, DateTimeOffset At) : TicketEvent(TicketId);

public sealed record TicketCommented(Guid TicketId, Guid TextId, Guid AuthorId, DateTimeOffset At) : TicketEvent(TicketId);

public sealed record TicketResolved(Guid TicketId, Cause Cause, Guid? TextId, DateTimeOffset ResolvedAt) : TicketEvent(TicketId);

public sealed record TicketReopened(Guid TicketId, Guid ReasonTextId, DateTimeOffset At) : TicketEvent(TicketId);

/// <summary>Everything that was logged, as it should have been; earlier versions stay in the log.</summary>
public sealed record TicketCorrected(
    Guid TicketId,
    Guid LocationId,
    Guid? ModuleId,
    TicketKind Kind,
    Impact Impact,
    Urgency Urgency,
    bool SafetyOrPersonalData,
    Severity Severity,
    int AffectedUsers,
    Guid TextId,
    bool DuringHypercare,
    DateTimeOffset At)
    : TicketEvent(TicketId);

public sealed record TicketWithdrawn(Guid TicketId, Guid ReasonTextId, DateTimeOffset At) : TicketEvent(TicketId);

/// <summary>The text's row is gone; every view says <em>deleted</em> (decisions.md 1).</summary>
public sealed record TextRedacted(Guid TicketId, Guid TextId, DateTimeOffset At) : TicketEvent(TicketId);

/// <summary>Somebody weighed it otherwise than the table does.</summary>
/// <param name="ByRule">What the table gave then (<see cref="SeverityRule"/>).</param>
public sealed record SeverityChanged(
    Guid TicketId, Severity Was, Severity Severity, Severity ByRule, Guid ReasonTextId, DateTimeOffset At)
    : TicketEvent(TicketId);

public sealed record PhotoAdded(Guid TicketId, Guid PhotoId, Guid AuthorId, DateTimeOffset At) : TicketEvent(TicketId);

/// <summary>The photo's bytes are gone; every view says <em>deleted</em> (decisions.md 1).</summary>
public sealed record PhotoRemoved(Guid TicketId, Guid PhotoId, DateTimeOffset At) : TicketEvent(TicketId);

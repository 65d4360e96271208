using System.Collections.Immutable;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Hypercare;

/// <summary>One ticket: what has been decided about it, and what may still be. Who may is the shell's to ask.</summary>
/// <param name="Logging">As first logged, whatever was corrected later.</param>
/// <param name="EndingTextId">What was said when it was resolved or withdrawn; null where nothing was, or it goes on.</param>
/// <param name="Texts">Everything ever written on it, redacted or not.</param>
/// <remarks>What is already so is nothing to do, and so is anything that carries a text already written here.</remarks>
public sealed partial record Ticket(
    TicketStatus Status,
    TicketLogged? Logging,
    Problem? Problem,
    Guid TextId,
    bool DuringHypercare,
    Guid? AssigneeId,
    Cause? Cause,
    Guid? EndingTextId,
    ImmutableHashSet<Guid> Texts,
    ImmutableHashSet<Guid> Redacted)
    : IState<Ticket, TicketEvent>
{
    public static Ticket Initial { get; } = new(
        TicketStatus.Unlogged, Logging: null, Problem: null, Guid.Empty, DuringHypercare: false, AssigneeId: null, Cause: null,
        EndingTextId: null, Texts: [], Redacted: []);

    private Guid Id => Logging!.TicketId;

    /// <summary>Always possible; outside hypercare the ticket is marked, for re-entry counts it (decisions.md 22).</summary>
    /// <param name="today">The calendar day at the location, which may not be the server's.</param>
    /// <remarks>The same form sent twice changes nothing; the same id with other content is refused (decisions.md 4).</remarks>
    public Decision<TicketEvent> Log(LogTicket command, HypercarePeriod hypercare, DateOnly today)
    {
        if (Logging is not null) return LogAgain(command, Logging);
        if (command.Problem.Check() is { } refusal) return refusal;

        var p = command.Problem;
        return new TicketLogged(
            command.TicketId, p.LocationId, p.ModuleId, p.Kind, p.Impact, p.Urgency, p.SafetyOrPersonalData, p.Severity,
            p.AffectedUsers, command.TextId, command.ReporterId, command.Channel, hypercare.Covers(today), command.At);
    }

    /// <summary>Another's ticket may be taken over; one's own is taken already.</summary>
    public Decision<TicketEvent> Take(Guid assigneeId, DateTimeOffset at) =>
        Ended is { } ended ? ended
        : AssigneeId == assigneeId ? Decision<TicketEvent>.Nothing
        : new TicketTaken(Id, assigneeId, at);

    /// <summary>To take over from a colleague is a decision of its own: not the one to take what nobody had.</summary>
    /// <param name="seen">Whose it was when that was decided; null: nobody's.</param>
    public Decision<TicketEvent> Take(Guid assigneeId, Guid? seen, DateTimeOffset at) =>
        Ended is null && Status is TicketStatus.Taken && AssigneeId != seen && AssigneeId != assigneeId
            ? new Refusal(TicketRefusals.TakenMeanwhile)
            : Take(assigneeId, at);

    public Decision<TicketEvent> Release(DateTimeOffset at) =>
        Ended is { } ended ? ended
        : Status is TicketStatus.Open ? Decision<TicketEvent>.Nothing
        : new TicketReleased(Id, at);

    /// <summary>Whoever has taken it over meanwhile keeps it.</summary>
    /// <param name="seen">Whose it was when it was to be released.</param>
    public Decision<TicketEvent> Release(Guid? seen, DateTimeOffset at) =>
        Ended is null && Status is TicketStatus.Taken && AssigneeId != seen ? new Refusal(TicketRefusals.TakenMeanwhile) : Release(at);

    /// <summary>On a resolved ticket too: the reporter may have something to add.</summary>
    public Decision<TicketEvent> Comment(Guid textId, Guid authorId, DateTimeOffset at) =>
        Gone is { } gone ? gone
        : Texts.Contains(textId) ? Decision<TicketEvent>.Nothing
        : new TicketCommented(Id, textId, authorId, at);

    /// <param name="textId">What was done, if anything needs saying; the text that stands there where the words are the same.</param>
    /// <remarks>Only the same words are the same resolution: whoever said something else must hear that somebody was faster.</remarks>
    public Decision<TicketEvent> Resolve(Cause cause, Guid? textId, DateTimeOffset at) =>
        Status is TicketStatus.Resolved && Cause == cause && EndingTextId == textId ? Decision<TicketEvent>.Nothing
        : Ended is { } ended ? ended
        : textId is { } text && Texts.Contains(text) ? Decision<TicketEvent>.Nothing
        : new TicketResolved(Id, cause, textId, at);

    /// <summary>It is nobody's then: whoever resolved it may have gone home.</summary>
    public Decision<TicketEvent> Reopen(Guid reasonTextId, DateTimeOffset at) =>
        Gone is { } gone ? gone
        : Texts.Contains(reasonTextId) ? Decision<TicketEvent>.Nothing
        : Status is not TicketStatus.Resolved ? new Refusal(TicketRefusals.NotResolved)
        : reasonTextId == Guid.Empty ? new Refusal(TicketRefusals.ReasonMissing)
        : new TicketReopened(Id, reasonTextId, at);

    public Ticket Apply(TicketEvent @event) => @event switch
    {
        TicketLogged e => Initial with
        {
            Status = TicketStatus.Open,
            Logging = e,
            Problem = Problem.Of(e),
            Severity = e.Severity,
            TextId = e.TextId,
            DuringHypercare = e.DuringHypercare,
            Texts = [e.TextId],
        },
        TicketTaken e => this with { Status = TicketStatus.Taken, AssigneeId = e.AssigneeId },
        TicketReleased => this with { Status = TicketStatus.Open, AssigneeId = null },
        TicketCommented e => this with { Texts = Texts.Add(e.TextId) },
        TicketResolved e => this with
        {
            Status = TicketStatus.Resolved,
            Cause = e.Cause,
            EndingTextId = e.TextId,
            Texts = e.TextId is { } text ? Texts.Add(text) : Texts,
        },
        TicketReopened e => this with
        {
            Status = TicketStatus.Open,
            AssigneeId = null,
            Cause = null,
            EndingTextId = null,
            Texts = Texts.Add(e.ReasonTextId),
        },
        TicketCorrected e => this with
        {
            Problem = Problem.Of(e),
            Severity = e.Severity,
            TextId = e.TextId,
            DuringHypercare = e.DuringHypercare,
            Texts = Texts.Add(e.TextId),
        },
        TicketWithdrawn e => this with { Status = TicketStatus.Withdrawn, EndingTextId = e.ReasonTextId, Texts = Texts.Add(e.ReasonTextId) },
        TextRedacted e => this with { Redacted = Redacted.Add(e.TextId) },
        SeverityChanged e => this with { Severity = e.Severity, Texts = Texts.Add(e.ReasonTextId) },
        PhotoAdded e => this with { Photos = Photos.Add(e.PhotoId) },
        PhotoRemoved e => this with { Photos = Photos.Remove(e.PhotoId), RemovedPhotos = RemovedPhotos.Add(e.PhotoId) },
        _ => this,
    };

    private Refusal? Gone =>
        Logging is null ? new Refusal(TicketRefusals.NotFound)
        : Status is TicketStatus.Withdrawn ? new Refusal(TicketRefusals.Withdrawn)
        : null;

    private Refusal? Ended => Gone ?? (Status is TicketStatus.Resolved ? new Refusal(TicketRefusals.Resolved) : null);

    /// <summary>Compared with what was first logged: a late repeat is one, though support has corrected the ticket meanwhile.</summary>
    private static Decision<TicketEvent> LogAgain(LogTicket command, TicketLogged logged) =>
        command.ReporterId != logged.ReporterId ? new Refusal(TicketRefusals.NotFound)
        : command.IsRepeat && command.Problem == Problem.Of(logged) ? Decision<TicketEvent>.Nothing
        : new Refusal(TicketRefusals.AlreadyLogged, logged.LoggedAt);
}

using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.Web.Features.Hypercare.Words;

namespace RolloutPortal.Web.Features.Hypercare;

/// <summary>One ticket as it stands now: a line of lists and boards. Its words are joined from <c>text</c>; a missing one was deleted.</summary>
/// <param name="Counts">Whether it is held against hypercare (<see cref="HypercareCount"/>).</param>
/// <param name="TakenAt">When the assignee took it; null while nobody has it.</param>
/// <param name="ResolvedAt">Null again when it was reopened.</param>
/// <param name="Reopened">How many times.</param>
[Index($"-{nameof(LoggedAt)}", nameof(TicketId)), Index(nameof(LocationId), $"-{nameof(LoggedAt)}")]
[Index(nameof(Severity), $"-{nameof(LoggedAt)}", nameof(TicketId))]
[Index(nameof(LocationId), nameof(Severity), nameof(LoggedAt), Where = "status in ('Open', 'Taken')")]
[Index(nameof(LocationId), nameof(LoggedAt), Where = "counts")]
[Index($"-{nameof(ResolvedAt)}", Where = "status = 'Resolved'")]
[Index(nameof(LocationId), $"-{nameof(LastChangedAt)}"), Index(nameof(ReporterId), $"-{nameof(LastChangedAt)}")]
[Index(nameof(AssigneeId), Where = "status = 'Taken'"), Index(nameof(ReporterId), $"-{nameof(LoggedAt)}"), Index(nameof(Number)), Index(nameof(ModuleId))]
public sealed record TicketRow(
    Guid TicketId, string Number, Guid LocationId, Guid? ModuleId, TicketKind Kind, Impact Impact, Urgency Urgency, Severity Severity,
    bool SafetyOrPersonalData, int AffectedUsers, Guid TextId, Guid ReporterId, Channel Channel, TicketStatus Status, Guid? AssigneeId,
    Cause? Cause, bool DuringHypercare, DateTimeOffset LoggedAt, DateTimeOffset? TakenAt, DateTimeOffset? ResolvedAt, int Reopened,
    DateTimeOffset LastChangedAt, bool Counts) : IReadModel<TicketRow>
{
    public static IReadOnlyList<Type> Events => [typeof(TicketEvent)];

    public IEnumerable<string> Topics => [$"hypercare/{LocationId}", $"ticket/{TicketId}"];

    public bool IsOpen => Status is TicketStatus.Open or TicketStatus.Taken;

    public static IEnumerable<Guid> KeysOf(object @event) => @event is TicketEvent e ? [e.TicketId] : [];

    public static TicketRow? Fold(TicketRow? row, object @event, Guid key) =>
        Change(row, @event, key) is { } changed ? changed with { Counts = HypercareCount.Includes(changed.Kind, changed.Status) } : null;

    private static TicketRow? Change(TicketRow? row, object @event, Guid key) => (row, @event) switch
    {
        (_, TicketLogged e) => Logged(key, e),
        (null, _) => null,
        (_, TicketTaken e) => row with { Status = TicketStatus.Taken, AssigneeId = e.AssigneeId, TakenAt = e.At, LastChangedAt = e.At },
        (_, TicketReleased e) => row with { Status = TicketStatus.Open, AssigneeId = null, TakenAt = null, LastChangedAt = e.At },
        (_, TicketCommented e) => row with { LastChangedAt = e.At },
        (_, TicketResolved e) => Resolved(row, e),
        (_, TicketReopened e) => Reopen(row, e),
        (_, TicketCorrected e) => Corrected(row, e),
        (_, TicketWithdrawn e) => row with { Status = TicketStatus.Withdrawn, LastChangedAt = e.At },
        (_, TextRedacted e) => row with { LastChangedAt = e.At },
        (_, SeverityChanged e) => row with { Severity = e.Severity, LastChangedAt = e.At },
        (_, PhotoAdded e) => row with { LastChangedAt = e.At },
        (_, PhotoRemoved e) => row with { LastChangedAt = e.At },
        _ => row,
    };

    private static TicketRow Logged(Guid key, TicketLogged e) => new(
        key, TicketNumber.Of(key), e.LocationId, e.ModuleId, e.Kind, e.Impact, e.Urgency, e.Severity, e.SafetyOrPersonalData,
        e.AffectedUsers, e.TextId, e.ReporterId, e.Channel, TicketStatus.Open, AssigneeId: null, Cause: null, e.DuringHypercare,
        e.LoggedAt, TakenAt: null, ResolvedAt: null, Reopened: 0, LastChangedAt: e.LoggedAt, Counts: true);

    private static TicketRow Resolved(TicketRow row, TicketResolved e) => row with
    {
        Status = TicketStatus.Resolved,
        Cause = e.Cause,
        ResolvedAt = e.ResolvedAt,
        LastChangedAt = e.ResolvedAt,
    };

    private static TicketRow Reopen(TicketRow row, TicketReopened e) => row with
    {
        Status = TicketStatus.Open,
        AssigneeId = null,
        TakenAt = null,
        Cause = null,
        ResolvedAt = null,
        Reopened = row.Reopened + 1,
        LastChangedAt = e.At,
    };

    private static TicketRow Corrected(TicketRow row, TicketCorrected e) => row with
    {
        LocationId = e.LocationId,
        ModuleId = e.ModuleId,
        Kind = e.Kind,
        Impact = e.Impact,
        Urgency = e.Urgency,
        Severity = e.Severity,
        SafetyOrPersonalData = e.SafetyOrPersonalData,
        AffectedUsers = e.AffectedUsers,
        TextId = e.TextId,
        DuringHypercare = e.DuringHypercare,
        LastChangedAt = e.At,
    };
}

using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Web.Features.Hypercare.Bulk;

/// <summary>A ticket that was ticked, and what stood there then: what somebody else has done since is theirs to know before it is undone.</summary>
/// <param name="AssigneeId">Whose it was; null: nobody's.</param>
public sealed record TickedTicket(Guid Id, Guid? AssigneeId, Severity Severity)
{
    /// <summary>As a tick carries it: <c>ticket/assignee/severity</c>.</summary>
    public override string ToString() => $"{Id}/{AssigneeId}/{Severity}";

    /// <summary>Null for what no tick of ours carries.</summary>
    public static TickedTicket? Read(string? tick) =>
        tick?.Split('/') is [var ticket, var assignee, var severity] && Guid.TryParse(ticket, out var id) && Enum.TryParse<Severity>(severity, out var seen) && Enum.IsDefined(seen)
            ? new TickedTicket(id, Guid.TryParse(assignee, out var whose) ? whose : null, seen)
            : null;
}

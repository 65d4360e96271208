using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Bulk;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket;

/// <summary>What somebody may do with a ticket, and what its state allows of that.</summary>
public sealed record TicketActs(Guid Me, bool MayTriage, bool MayCorrect, bool MayLog, bool MayAdminister, TicketRow Row)
{
    /// <summary>Reporters put right what they wrote themselves (decisions.md 21).</summary>
    public bool MayChange => MayCorrect || (MayLog && Row.ReporterId == Me);

    public bool MayReopen => MayTriage || (MayLog && Row.ReporterId == Me);

    /// <summary>Deleting a text for good: reporters their own, support and administrators what others wrote as well (decisions.md 1, 21).</summary>
    public bool MayRedact(Guid? author) => MayCorrect || MayAdminister || (MayChange && author == Me);

    /// <summary>Reporter and support (decisions.md 21), whoever cleans up, and whoever added it.</summary>
    public bool MayRemovePhoto(Guid author) => MayChange || MayAdminister || (MayLog && author == Me);

    public bool CanTake => MayTriage && Row.IsOpen && Row.AssigneeId != Me;

    public bool IsHandOver => Row.AssigneeId is not null;

    public bool CanRelease => MayTriage && Row.Status is TicketStatus.Taken;

    public bool CanResolve => MayTriage && Row.IsOpen;

    public bool CanWeigh => CanResolve;

    /// <summary>As a list's tick would carry it.</summary>
    public TickedTicket Tick => new(Row.TicketId, Row.AssigneeId, Row.Severity);

    public bool CanReopen => MayReopen && Row.Status is TicketStatus.Resolved;

    public bool CanCorrect => MayChange && Row.Status is not TicketStatus.Withdrawn;

    public bool CanWithdraw => MayChange && Row.IsOpen;

    public bool CanComment => MayLog && Row.Status is not TicketStatus.Withdrawn;

    public static async Task<TicketActs> Of(TicketRow row, Viewer viewer, CancellationToken ct) => new(
        (await viewer.SignedIn(ct)).Id,
        await viewer.May(Permission.TriageTickets, row.LocationId, ct),
        await viewer.May(Permission.CorrectTickets, row.LocationId, ct),
        await viewer.May(Permission.LogTickets, row.LocationId, ct),
        await viewer.May(Permission.Administer, row.LocationId, ct),
        row);
}

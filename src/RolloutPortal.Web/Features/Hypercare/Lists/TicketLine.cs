using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Search;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>One line of a list of tickets.</summary>
/// <param name="Words">The beginning of what was written; null when it was deleted.</param>
/// <param name="Zone">The location's.</param>
/// <param name="AssigneeName">For those who may see names.</param>
public sealed record TicketLine(
    Guid TicketId, string Number, Guid LocationId, string LocationName, string Zone, string? ModuleName, TicketKind Kind, Severity Severity,
    TicketStatus Status, bool DuringHypercare, bool Safety, int AffectedUsers, DateTimeOffset LoggedAt, DateTimeOffset LastChangedAt,
    string? AssigneeName, string? Words)
{
    /// <summary>Whose it is; null: nobody's.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>What a tick on it carries; null where its viewer may do nothing with it.</summary>
    public string? Tick { get; init; }

    /// <summary>Of one that is resolved.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Where a search found it; null when nothing was searched for.</summary>
    public TicketHit? Hit { get; init; }

    public string Address => $"/tickets/{TicketId}";

    public TimeSpan Age(DateTimeOffset now) => now - LoggedAt;

    public bool IsOpen => Status is TicketStatus.Open or TicketStatus.Taken;
}

using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.Bulk;

/// <summary>What can be done with several tickets at once.</summary>
public enum BulkAct
{
    Take,
    Assign,
    Weigh,
}

/// <summary>Tickets of a list, and what is to be done with them.</summary>
/// <param name="Ticks">As <see cref="TickedTicket"/> writes them.</param>
/// <param name="List">The address of the list: the way back to it.</param>
/// <param name="IsAnswered">What the act needs to know has been asked.</param>
public sealed record BulkForm(BulkAct? Act, IReadOnlyList<string>? Ticks, string? List, Guid? Assignee, Severity? Severity, string? Reason, bool IsAnswered = false)
{
    /// <summary>A page of the list.</summary>
    public IReadOnlyList<TickedTicket> Ticked =>
        [.. (Ticks ?? []).Select(TickedTicket.Read).OfType<TickedTicket>().DistinctBy(one => one.Id).Take(ListRequest.PageSize)];

    public string Words => Texts.Clean(Reason ?? "");

    /// <summary>Whether something must be asked first: to whom, or which severity and why.</summary>
    public bool IsQuestion => Act is BulkAct.Assign or BulkAct.Weigh && !IsAnswered;
}

using Microsoft.Extensions.Primitives;
using RolloutPortal.Testing;
using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Benchmarks.Pages;

/// <summary>What the list's first page asks of the tickets, as the list itself asks it for somebody who sees the whole programme: how
/// many there are, and the first 50.</summary>
internal sealed class TicketListQuery
{
    private readonly TicketLines lines;
    private readonly TicketConditions where;
    private readonly string order;

    private TicketListQuery(TicketLines lines, TicketConditions where, string order) => (this.lines, this.where, this.order) = (lines, where, order);

    public static async Task<TicketListQuery> For(SecondNode node, Guid programmeId)
    {
        var programme = await node.Get<ReadTables>().Get<ProgrammeRow>(programmeId) ?? throw new InvalidOperationException("No such programme.");
        var places = await node.Get<Places>().Under(programmeId);
        Guid[] locations = [.. places!.Parts.Select(part => part.LocationId!.Value)];
        var first = new ListRequest(new ListAddress("/", new Dictionary<string, StringValues>()), "-logged", Page: 1);
        return new TicketListQuery(
            node.Get<TicketLines>(), new TicketConditions(TicketFilter.None, locations, Guid.Empty, node.Get<Clock>().Now, programme.TimeZone),
            first.OrderBy(TicketLines.Orders, "t.logged_at desc, t.ticket_id"));
    }

    /// <returns>How many lines it found.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        await lines.Count(where, ct);
        return (await lines.Page(where, order, offset: 0, ListRequest.PageSize, named: null, ct)).Count;
    }
}

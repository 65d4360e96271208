using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Waves;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>A page of tickets, and what they can be filtered by.</summary>
/// <param name="Topics">Of all that the viewer may see here; the region asks again when one of them changes.</param>
/// <param name="Locations">Those the viewer sees, by name.</param>
public sealed record TicketListPage(
    ProgrammeRow Programme, TicketFilter Filter, ListRequest List, int Total, IReadOnlyList<TicketLine> Lines, string Topics, string Address,
    IReadOnlyList<PlaceChoice> Locations, IReadOnlyList<AreaRow> Areas, IReadOnlyList<WaveRow> Waves, IReadOnlyList<ModuleRow> Modules, bool MayLog)
{
    public Pager Pager { get; } = new(List, Total);

    public string Path => $"/programmes/{Programme.ProgrammeId}/tickets";
}

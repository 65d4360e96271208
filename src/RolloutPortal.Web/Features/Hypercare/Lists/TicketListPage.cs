using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>A page of tickets, and what they can be filtered by.</summary>
/// <param name="Topics">Of all that the viewer may see here; the region asks again when one of them changes.</param>
/// <param name="Locations">Those the viewer sees, by name; areas and waves are those in which they lie.</param>
public sealed record TicketListPage(
    ProgrammeRow Programme, TicketFilter Filter, ListRequest List, int Total, IReadOnlyList<TicketLine> Lines, string Topics, string Address,
    IReadOnlyList<FilterChoice> Locations, IReadOnlyList<FilterChoice> Areas, IReadOnlyList<FilterChoice> Waves, IReadOnlyList<FilterChoice> Modules, bool MayLog,
    DateTimeOffset Now)
{
    public Pager Pager { get; } = new(List, Total);

    /// <summary>What the address gives as a day and is none: said, not passed over.</summary>
    public IEnumerable<string> NoDays => new[] { ("from", Filter.From), ("to", Filter.To) }
        .Where(asked => asked.Item2 is null).Select(asked => List.Address.Query.GetValueOrDefault(asked.Item1).ToString()).Where(typed => typed.Length > 0);

    /// <summary>Some of the tickets may be ticked.</summary>
    public bool MayTriage { get; init; }

    public string Path => $"/programmes/{Programme.ProgrammeId}/tickets";
}

/// <summary>Something to filter by.</summary>
public sealed record FilterChoice(Guid Id, string Name);

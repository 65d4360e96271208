using Microsoft.AspNetCore.WebUtilities;
using RolloutPortal.Web.Features.Hypercare.Filters;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>A page of tickets, and what they can be filtered by.</summary>
/// <param name="Topics">Of all that the viewer may see here; the region asks again when one of them changes.</param>
/// <param name="IsMore">A search finds more than the total, and they can not be paged through.</param>
/// <param name="Locations">Those the viewer sees, by name; areas and waves are those in which they lie, modules those of tickets there.</param>
public sealed record TicketListPage(
    ProgrammeRow Programme, TicketFilter Filter, ListRequest List, int Total, bool IsMore, IReadOnlyList<TicketLine> Lines, string Topics, string Address,
    IReadOnlyList<FilterChoice> Locations, IReadOnlyList<FilterChoice> Areas, IReadOnlyList<FilterChoice> Waves, IReadOnlyList<FilterChoice> Modules, bool MayLog,
    DateTimeOffset Now)
{
    public Pager Pager { get; } = new(List, Total) { IsMore = IsMore };

    /// <summary>What the address gives as a day and is none: said, not passed over.</summary>
    public IEnumerable<string> NoDays => new[] { ("from", Filter.From), ("to", Filter.To) }
        .Where(asked => asked.Item2 is null).Select(asked => List.Address.Query.GetValueOrDefault(asked.Item1).ToString()).Where(typed => typed.Length > 0);

    public TicketChoices Choices => new(Locations, Areas, Waves, Modules);

    /// <summary>Some of the tickets may be ticked.</summary>
    public bool MayTriage { get; init; }
    /// <summary>What was searched for and how it was found; null when nothing is.</summary>
    public FoundTickets? Search { get; init; }

    /// <summary>The search that was probably meant, when this one finds nothing.</summary>
    public TicketFilter? Meant { get; init; }

    /// <summary>Filters that the viewer is offered; none in a region that others share.</summary>
    public IReadOnlyList<SavedFilterLine> Kept { get; init; } = [];

    /// <summary>What is asked for, as a filter that is kept would have it.</summary>
    public string Query => FilterQuery.Of(QueryHelpers.AddQueryString("", List.Address.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString())));

    /// <summary>Keys of what is said of places and modules that the filter names and that are not here (any more).</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The same words in all tickets.</summary>
    public TicketFilter SearchAlone => TicketFilter.None with { Q = Filter.Q };

    /// <summary>Something that is done with the tickets that are shown, those of all pages.</summary>
    public string To(string what) => (List.Address with { Path = $"{Path}/{what}" }).With(ListAddress.PageKey, null).ToString();

    public string Path => $"/programmes/{Programme.ProgrammeId}/tickets";
}

/// <summary>Something to filter by.</summary>
public sealed record FilterChoice(Guid Id, string Name);

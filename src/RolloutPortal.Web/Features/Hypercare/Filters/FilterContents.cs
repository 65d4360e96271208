using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Hypercare.Filters;

/// <summary>What kept filters ask for, in words; places are named that the viewer may see. Scoped.</summary>
public sealed class FilterContents(TicketListReader reader, IStringLocalizer<SharedTexts> shared, IStringLocalizer<HypercareTexts> text)
{
    public async Task<string> Of(Guid programmeId, string query, CancellationToken ct = default) => (await Of(programmeId, [query], ct))(query);

    /// <returns>For each of the queries its words.</returns>
    public async Task<Func<string, string>> Of(Guid programmeId, IEnumerable<string> queries, CancellationToken ct = default)
    {
        var filters = queries.Distinct().ToDictionary(query => query, TicketFilter.Read);
        var choices = await reader.Choices(programmeId, filters.Values, ct);
        return query => FilterWords.OnOneLine(filters[query], choices, shared, text);
    }
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>What a list was filtered by, in words: a sheet of paper has no fields to look it up in.</summary>
public static class FilterWords
{
    /// <summary>In the order of the fields; empty where nothing was chosen.</summary>
    public static IReadOnlyList<string> Of(TicketListPage page, IStringLocalizer<SharedTexts> shared, IStringLocalizer<HypercareTexts> text)
    {
        var filter = page.Filter;
        (string Key, string? Value)[] all =
        [
            ("filter.q", string.IsNullOrWhiteSpace(filter.Q) ? null : $"”{filter.Q}”"),
            ("status", filter.Status == TicketFilter.Open ? text["filter.open"].Value : Term<TicketStatus>(filter.Status)),
            ("severity", filter.Severity),
            ("filter.who", filter.Who switch { TicketFilter.Assigned => text["filter.assigned"].Value, TicketFilter.Mine => text["filter.mine"].Value, _ => null }),
            ("place", Name(page.Locations, filter.Location)),
            ("area", Name(page.Areas, filter.Area)),
            ("wave", Name(page.Waves, filter.Wave)),
            ("module", Name(page.Modules, filter.Module)),
            ("kind", filter.Kind == TicketFilter.Counted ? text["filter.counted"].Value : Term<TicketKind>(filter.Kind)),
            ("hypercare", filter.During switch { "yes" => text["filter.during"].Value, "no" => text["filter.outside"].Value, _ => null }),
            ("filter.last", When(filter.Last)),
            ("filter.from", filter.From?.ToString("d", CultureInfo.CurrentCulture)),
            ("filter.to", filter.To?.ToString("d", CultureInfo.CurrentCulture)),
        ];
        return [.. all.Where(part => part.Value is not null).Select(part => $"{text[part.Key]}: {part.Value}")];

        string? When(string? last) => last switch
        {
            TicketFilter.Today => text["filter.logged-today"].Value,
            TicketFilter.Yesterday => text["filter.logged-yesterday"].Value,
            TicketFilter.Week => text["filter.logged-7d"].Value,
            TicketFilter.LoggedToday => text["filter.logged-24h"].Value,
            TicketFilter.ResolvedToday => text["filter.resolved-24h"].Value,
            _ => null,
        };

        string? Term<TEnum>(string? value) where TEnum : struct, Enum =>
            Enum.TryParse<TEnum>(value, ignoreCase: true, out var term) && Enum.IsDefined(term) ? shared.Of(term) : null;
    }

    /// <summary>How many, and of how much: a colleague's list may be as long as one's own. <em>36 sager · Bosteder Nord · 15 lokationer</em>.</summary>
    public static string Scope(TicketListPage page, IStringLocalizer<HypercareTexts> text, IStringLocalizer<SearchTexts> found, IStringLocalizer<SharedTexts> shared)
    {
        string?[] parts =
        [
            page.IsMore ? found["more", page.Total].Value : text.Tickets(page.Total), page.Areas is [var area] ? area.Name : null,
            page.Locations is [var only] ? only.Name : shared.Count("unit.locations", page.Locations.Count),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string? Name(IReadOnlyList<FilterChoice> choices, Guid? id) => choices.FirstOrDefault(choice => choice.Id == id)?.Name;
}

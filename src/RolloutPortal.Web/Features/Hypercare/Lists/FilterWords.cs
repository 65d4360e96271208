using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>What a list was filtered by, in words: a sheet of paper has no fields to look it up in.</summary>
public static class FilterWords
{
    /// <summary>In the order of the fields; empty where nothing was chosen.</summary>
    public static IReadOnlyList<string> Of(TicketListPage page, IStringLocalizer<SharedTexts> shared, IStringLocalizer<HypercareTexts> text) =>
        [.. Parts(page.Filter, page.Choices, shared, text).Select(part => $"{text[part.Key]}: {part.Value}")];

    /// <summary>On one line and without the names of the fields: <em>Medicin · åbne · S1 og S2</em>. What nobody finds here any more is not named.</summary>
    public static string OnOneLine(TicketFilter filter, TicketChoices choices, IStringLocalizer<SharedTexts> shared, IStringLocalizer<HypercareTexts> text)
    {
        var parts = Parts(filter, choices, shared, text).Select(part => part.Key switch
        {
            "status" when filter.Status == TicketFilter.Open => text["filter.open.short"].Value,
            "filter.from" or "filter.to" => $"{text[part.Key].Value.ToLower(CultureInfo.CurrentCulture)} {part.Value}",
            "filter.q" or "severity" or "place" or "area" or "wave" or "module" => part.Value,
            _ => Small(part.Value),
        }).ToList();
        return parts.Count == 0 ? text["printed.all"] : Large(string.Join(" · ", parts));

        static string Small(string value) => char.ToLower(value[0], CultureInfo.CurrentCulture) + value[1..];
        static string Large(string value) => char.ToUpper(value[0], CultureInfo.CurrentCulture) + value[1..];
    }

    private static IEnumerable<(string Key, string Value)> Parts(
        TicketFilter filter, TicketChoices choices, IStringLocalizer<SharedTexts> shared, IStringLocalizer<HypercareTexts> text)
    {
        (string Key, string? Value)[] all =
        [
            ("filter.q", string.IsNullOrWhiteSpace(filter.Q) ? null : $"”{filter.Q}”"),
            ("status", filter.Status == TicketFilter.Open ? text["filter.open"].Value : Term<TicketStatus>(filter.Status)),
            ("severity", filter.Severity == "S1,S2" ? text["filter.severe"].Value : filter.Severity?.Replace(",", ", ", StringComparison.Ordinal)),
            ("filter.who", filter.Who switch { TicketFilter.Assigned => text["filter.assigned"].Value, TicketFilter.Mine => text["filter.mine"].Value, _ => null }),
            ("place", Name(choices.Locations, filter.Location)),
            ("area", Name(choices.Areas, filter.Area)),
            ("wave", Name(choices.Waves, filter.Wave)),
            ("module", Name(choices.Modules, filter.Module)),
            ("kind", filter.Kind == TicketFilter.Counted ? text["filter.counted"].Value : Term<TicketKind>(filter.Kind)),
            ("hypercare", filter.During switch { "yes" => text["filter.during"].Value, "no" => text["filter.outside"].Value, _ => null }),
            ("filter.last", When(filter.Last)),
            ("filter.from", filter.From?.ToString("d", CultureInfo.CurrentCulture)),
            ("filter.to", filter.To?.ToString("d", CultureInfo.CurrentCulture)),
        ];
        return all.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (part.Key, part.Value!));

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

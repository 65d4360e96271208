using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Locations.Describing;

/// <summary>The form of a location, with what it may choose from.</summary>
/// <param name="Areas">Those that are there on the form's day.</param>
/// <param name="Now">What somebody else made of it since the user looked, in words; then the form was not saved.</param>
/// <param name="Effects">What will be so, in sentences, where that is to be confirmed.</param>
public sealed record LocationFormPage(
    ProgrammeRow Programme, LocationForm Form, IReadOnlyList<PartChoice> Areas, IReadOnlyList<PartChoice> Providers, PartBook Book, IReadOnlyList<HistoryLine> Now,
    IReadOnlyList<string>? Effects = null)
{
    public bool IsNew => Form.Version == 0;

    public string Address => IsNew ? $"/programmes/{Programme.ProgrammeId}/locations" : $"/locations/{Form.LocationId}/description";

    public string Back => IsNew ? Address : $"/locations/{Form.LocationId}";

    public IEnumerable<SelectListItem> AreaItems(string choose) => Areas.Select(area => new SelectListItem(area.Name, area.Id.ToString())).Prepend(new(choose, ""));

    public IEnumerable<SelectListItem> ProviderItems(string none) =>
        Providers.Select(provider => new SelectListItem(provider.Name, provider.Id.ToString())).Prepend(new(none, ""));

    public IEnumerable<SelectListItem> ZoneItems => ProgrammeFields.TimeZones
        .Union([Programme.TimeZone, Form.TimeZone ?? Programme.TimeZone]).Select(zone => new SelectListItem(zone, zone));

    public static IEnumerable<SelectListItem> SideItems(string choose, IStringLocalizer<SharedTexts> texts) =>
        Enum.GetValues<Side>().Select(side => new SelectListItem(texts.Of(side), side.ToString())).Prepend(new(choose, ""));
}

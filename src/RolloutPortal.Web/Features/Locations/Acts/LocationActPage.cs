using Microsoft.AspNetCore.Mvc.Rendering;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Locations.Acts;

/// <summary>The form of an act on a location.</summary>
/// <param name="Act"><c>closing</c>, <c>split</c> or <c>merger</c>.</param>
/// <param name="Others">Locations of the programme that it may be merged with, by name.</param>
/// <param name="Effects">What will be so, in sentences; null until it was asked for.</param>
/// <param name="Since">What somebody else made of it since the user looked.</param>
public sealed record LocationActPage(
    string Act, LocationStanding Standing, LocationActForm Form, IReadOnlyList<PartChoice> Areas, IReadOnlyList<LocationStanding> Others,
    IReadOnlyList<string>? Effects, IReadOnlyList<HistoryLine> Since)
{
    public const string Route = "{deed:regex(^(closing|split|merger)$)}";

    public RolloutRow Location => Standing.Location;

    public string Back => $"/locations/{Location.LocationId}";

    public string Address => $"{Back}/{Act}";

    public bool IsSplit => Act == "split";

    public bool IsMerger => Act == "merger";

    public IEnumerable<SelectListItem> AreaItems => Areas.Select(area => new SelectListItem(area.Name, area.Id.ToString()));

    /// <summary>A new one, this one, or one of the others.</summary>
    public IEnumerable<SelectListItem> IntoItems(string anew) => Others.Prepend(Standing)
        .Select(standing => new SelectListItem($"{standing.Location.Name} ({standing.Location.Code})", standing.Location.LocationId.ToString())).Prepend(new(anew, ""));

    /// <summary>Those near it first.</summary>
    public IEnumerable<LocationStanding> Choices => Others.OrderBy(other => other.Location.AreaId != Location.AreaId);
}

/// <summary>Something that was planned, or ended, and may be taken back.</summary>
/// <param name="Lines">What it was, in sentences.</param>
public sealed record WithdrawalPage(LocationStanding Standing, WithdrawalForm Form, IReadOnlyList<string> Lines)
{
    public string Back => $"/locations/{Standing.Location.LocationId}";

    public string Address => $"{Back}/withdrawal";
}

/// <summary>What is taken back.</summary>
/// <param name="Version">Of the location that its user saw.</param>
/// <param name="What"><c>change</c>, <c>ending</c> or <c>opening</c>.</param>
/// <param name="Day">Of a change.</param>
public sealed record WithdrawalForm(long Version, string? What, DateOnly? Day);

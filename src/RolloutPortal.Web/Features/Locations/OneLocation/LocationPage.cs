using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Locations.Staff;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Origin;

namespace RolloutPortal.Web.Features.Locations.OneLocation;

/// <summary>The page of one location.</summary>
/// <param name="Today">As it is today.</param>
/// <param name="Times">Its periods, and what is planned.</param>
/// <param name="People">Who works there today, counted.</param>
public sealed record LocationPage(
    ProgrammeRow Programme, LocationStanding Standing, LocationDay Today, LocationTimes.Told Times, IReadOnlyList<HistoryLine> History, LocationPeople People, SourceNotes Sources,
    string Topics, bool MayPlan, bool MayLog, bool MaySeeTickets)
{
    /// <summary>People whose place it is still when it is closed: nobody has said where they go.</summary>
    public int Left { get; init; }

    /// <summary>By name; null for whoever may not see names, and where the region alone is asked for.</summary>
    public StaffPage? Staff { get; init; }

    /// <summary>In their canonical form; empty when not stated.</summary>
    public string OpeningHours => Today.OpeningHours;

    /// <summary>Acts fit what goes on: neither what is closed nor what never came.</summary>
    public bool MayAct => MayPlan && Today.ClosedFrom is null;

    public RolloutRow Location => Standing.Location;

    public string Address => $"/locations/{Location.LocationId}";

    /// <summary>One value as it is from a day on.</summary>
    public static string Written(LocationTimes.Told times, LocationValue value, DateOnly day, IStringLocalizer<SharedTexts> shared) => value switch
    {
        LocationValue.Name => times.On(day).Name,
        LocationValue.Area => times.NameOf(times.On(day).AreaId, day),
        LocationValue.Users => times.On(day).Users.ToString("N0", CultureInfo.CurrentCulture),
        LocationValue.Side => shared.Of(times.On(day).Side),
        LocationValue.OpeningHours => HoursText.Of(times.On(day).OpeningHours, shared["hours.always"]),
        LocationValue.TimeZone => times.On(day).TimeZone,
        _ => times.On(day).ProviderId is { } provider ? times.NameOf(provider, day) : "–",
    };
}

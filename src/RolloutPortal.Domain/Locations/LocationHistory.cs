using System.Collections.Immutable;
using RolloutPortal.Domain.Calendar;

namespace RolloutPortal.Domain.Locations;

/// <summary>What a location was from which day: each value by itself, for a change of name says nothing about its users.</summary>
/// <param name="ClosedFrom">The first day on which it is not there any more; its first day of all when it never came.</param>
/// <param name="Ending">How it was closed.</param>
/// <param name="Successors">The locations that stand in its place since then, in the order in which they were named.</param>
public sealed record LocationHistory(
    Timeline<string> Names,
    Timeline<Guid> Areas,
    Timeline<int> Users,
    Timeline<Side> Sides,
    Timeline<string> OpeningHours,
    Timeline<string> TimeZones,
    Timeline<Guid?> Providers,
    DateOnly? ClosedFrom,
    LocationEnding? Ending,
    ImmutableList<Guid> Successors)
{
    /// <summary>The first day of all.</summary>
    public DateOnly Start => Names.Changes.First().Key;

    /// <summary>It was planned and does not come.</summary>
    public bool IsWithdrawn => ClosedFrom == Start;

    /// <summary>The days on which something changes, in order; neither the first day nor the one of closing.</summary>
    public IReadOnlyList<DateOnly> Changes => [.. Starts.Where(day => day != Start).Distinct().Order()];

    private IEnumerable<DateOnly> Starts => Names.Changes.Keys
        .Concat(Areas.Changes.Keys).Concat(Users.Changes.Keys).Concat(Sides.Changes.Keys)
        .Concat(OpeningHours.Changes.Keys).Concat(TimeZones.Changes.Keys).Concat(Providers.Changes.Keys);

    public static LocationHistory Starting(LocationOpened opened) => new(
        Timeline<string>.Starting(opened.From, opened.Name),
        Timeline<Guid>.Starting(opened.From, opened.AreaId),
        Timeline<int>.Starting(opened.From, opened.Users),
        Timeline<Side>.Starting(opened.From, opened.Side),
        Timeline<string>.Starting(opened.From, opened.OpeningHours),
        Timeline<string>.Starting(opened.From, opened.TimeZone),
        Timeline<Guid?>.Starting(opened.From, opened.ProviderId),
        ClosedFrom: null, Ending: null, []);

    /// <summary>The calendar day at the location now, by the time zone that holds there now and not by one that is planned.</summary>
    /// <param name="today">The local day in a time zone.</param>
    public DateOnly Today(Func<string, DateOnly> today)
    {
        var day = today(TimeZones.Changes.First().Value);
        foreach (var (from, zone) in TimeZones.Changes.Skip(1))
            if (today(zone) is var there && from <= there) day = there;
        return day;
    }

    public bool IsThere(DateOnly day) => Start <= day && !(ClosedFrom <= day);

    /// <summary>Before the first day: as on the first; after the last: as on the last.</summary>
    public LocationDescription On(DateOnly day) => new(
        Names.On(day), Areas.On(day), Users.On(day), Sides.On(day), OpeningHours.On(day), TimeZones.On(day), Providers.On(day));

    /// <summary>What was said to change on this very day.</summary>
    public IEnumerable<LocationValue> ChangedOn(DateOnly day)
    {
        if (Names.ChangesOn(day)) yield return LocationValue.Name;
        if (Areas.ChangesOn(day)) yield return LocationValue.Area;
        if (Users.ChangesOn(day)) yield return LocationValue.Users;
        if (Sides.ChangesOn(day)) yield return LocationValue.Side;
        if (OpeningHours.ChangesOn(day)) yield return LocationValue.OpeningHours;
        if (TimeZones.ChangesOn(day)) yield return LocationValue.TimeZone;
        if (Providers.ChangesOn(day)) yield return LocationValue.Provider;
    }

    /// <summary>The stretches of days with one description each, in order, without gaps; the last ends with the location. There is
    /// always one, also of a location that never came: it lasts no day.</summary>
    public IReadOnlyList<LocationPeriod> Periods()
    {
        if (IsWithdrawn) return [new(Start, Start, On(Start))];
        var periods = new List<LocationPeriod>();
        foreach (var from in Starts.Distinct().Order())
        {
            var description = On(from);
            // A change taken back on its own day leaves a day on which nothing changed.
            if (periods.Count > 0 && periods[^1].Description == description) continue;
            if (periods.Count > 0) periods[^1] = periods[^1] with { To = from };
            periods.Add(new(from, To: null, description));
        }

        periods[^1] = periods[^1] with { To = ClosedFrom };
        return periods;
    }

    public LocationHistory Apply(LocationEvent @event) => @event switch
    {
        LocationOpenedEarlier e => StartingEarlier(e.From),
        LocationRenamed e => this with { Names = Names.With(e.From, e.Name) },
        LocationMovedToArea e => this with { Areas = Areas.With(e.From, e.AreaId) },
        LocationUsersCounted e => this with { Users = Users.With(e.From, e.Users) },
        LocationSideChanged e => this with { Sides = Sides.With(e.From, e.Side) },
        OpeningHoursChanged e => this with { OpeningHours = OpeningHours.With(e.From, e.OpeningHours) },
        LocationZoneChanged e => this with { TimeZones = TimeZones.With(e.From, e.TimeZone) },
        LocationProviderChanged e => this with { Providers = Providers.With(e.From, e.ProviderId) },
        LocationChangeWithdrawn e => Without(e.Value, e.From),
        LocationClosed e => this with { ClosedFrom = e.From, Ending = LocationEnding.Closed },
        LocationSplitInto e => Into(e.IntoId, e.From, LocationEnding.Split),
        LocationMergedInto e => Into(e.IntoId, e.From, LocationEnding.Merged),
        LocationReopened => this with { ClosedFrom = null, Ending = null, Successors = [] },
        LocationOpeningWithdrawn => this with { ClosedFrom = Start, Ending = LocationEnding.Withdrawn },
        _ => this,
    };

    private LocationHistory Into(Guid successor, DateOnly from, LocationEnding ending) =>
        this with { ClosedFrom = from, Ending = ending, Successors = Successors.Add(successor) };

    private LocationHistory Without(LocationValue value, DateOnly from) => value switch
    {
        LocationValue.Name => this with { Names = Names.Without(from) },
        LocationValue.Area => this with { Areas = Areas.Without(from) },
        LocationValue.Users => this with { Users = Users.Without(from) },
        LocationValue.Side => this with { Sides = Sides.Without(from) },
        LocationValue.OpeningHours => this with { OpeningHours = OpeningHours.Without(from) },
        LocationValue.TimeZone => this with { TimeZones = TimeZones.Without(from) },
        LocationValue.Provider => this with { Providers = Providers.Without(from) },
        _ => this,
    };

    private LocationHistory StartingEarlier(DateOnly from) => this with
    {
        Names = Names.StartingEarlier(from),
        Areas = Areas.StartingEarlier(from),
        Users = Users.StartingEarlier(from),
        Sides = Sides.StartingEarlier(from),
        OpeningHours = OpeningHours.StartingEarlier(from),
        TimeZones = TimeZones.StartingEarlier(from),
        Providers = Providers.StartingEarlier(from),
    };
}

using RolloutPortal.Domain.Calendar;

namespace RolloutPortal.Domain.Locations;

/// <summary>What a location was from which day: each value by itself, for a change of name says nothing about its users.</summary>
public sealed record LocationHistory(
    Timeline<string> Names,
    Timeline<Guid> Areas,
    Timeline<int> Users,
    Timeline<Side> Sides,
    Timeline<string> OpeningHours,
    Timeline<string> TimeZones,
    Timeline<Guid?> Providers)
{
    /// <summary>The first day of all.</summary>
    public DateOnly Start => Names.Changes.First().Key;

    public static LocationHistory Starting(LocationOpened opened) => new(
        Timeline<string>.Starting(opened.From, opened.Name),
        Timeline<Guid>.Starting(opened.From, opened.AreaId),
        Timeline<int>.Starting(opened.From, opened.Users),
        Timeline<Side>.Starting(opened.From, opened.Side),
        Timeline<string>.Starting(opened.From, opened.OpeningHours),
        Timeline<string>.Starting(opened.From, opened.TimeZone),
        Timeline<Guid?>.Starting(opened.From, opened.ProviderId));

    /// <summary>Before the first day: as on the first.</summary>
    public LocationDescription On(DateOnly day) => new(
        Names.On(day), Areas.On(day), Users.On(day), Sides.On(day), OpeningHours.On(day), TimeZones.On(day), Providers.On(day));

    /// <summary>The stretches of days with one description each, in order, without gaps.</summary>
    public IReadOnlyList<LocationPeriod> Periods()
    {
        var starts = Names.Changes.Keys
            .Concat(Areas.Changes.Keys).Concat(Users.Changes.Keys).Concat(Sides.Changes.Keys)
            .Concat(OpeningHours.Changes.Keys).Concat(TimeZones.Changes.Keys).Concat(Providers.Changes.Keys);

        var periods = new List<LocationPeriod>();
        foreach (var from in starts.Distinct().Order())
        {
            var description = On(from);
            // A change taken back on its own day leaves a day on which nothing changed.
            if (periods.Count > 0 && periods[^1].Description == description) continue;
            if (periods.Count > 0) periods[^1] = periods[^1] with { To = from };
            periods.Add(new(from, To: null, description));
        }

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
        _ => this,
    };

    private LocationHistory StartingEarlier(DateOnly from) => new(
        Names.StartingEarlier(from), Areas.StartingEarlier(from), Users.StartingEarlier(from), Sides.StartingEarlier(from),
        OpeningHours.StartingEarlier(from), TimeZones.StartingEarlier(from), Providers.StartingEarlier(from));
}

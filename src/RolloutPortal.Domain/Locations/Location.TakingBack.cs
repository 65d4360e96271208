namespace RolloutPortal.Domain.Locations;

/// <summary>How what a file said is taken back as if it had not been read.</summary>
public sealed partial record Location
{
    /// <summary>Everything is again as it was at an earlier version; one that was not there then never was.</summary>
    /// <param name="before">The state of that version; nothing but changes of days has happened since.</param>
    /// <returns>Nothing to do where nothing differs. A first day that was told to be earlier stays: nothing is known against it.</returns>
    public Decision<LocationEvent> TakeBack(Location before)
    {
        if (Opening is null || History is null) return new Refusal(LocationRefusals.NotFound);
        if (before.History is not { } then) return new LocationOpeningWithdrawn(Opening.LocationId);

        var (id, events) = (Opening.LocationId, new List<LocationEvent>());
        foreach (var day in History.Changes)
            foreach (var value in History.ChangedOn(day))
                events.AddRange(Undone(id, History, then, value, day));
        return events.Count == 0 ? Decision<LocationEvent>.Nothing : events.ToArray();
    }

    private static IEnumerable<LocationEvent> Undone(Guid id, LocationHistory now, LocationHistory then, LocationValue value, DateOnly day)
    {
        if (day > then.Start && !then.ChangedOn(day).Contains(value)) return [new LocationChangeWithdrawn(id, value, day)];
        return LocationChanges.Between(now.On(day), then.On(day), id, day).Where(change => ValueOf(change) == value);
    }

    private static LocationValue? ValueOf(LocationEvent change) => change switch
    {
        LocationRenamed => LocationValue.Name,
        LocationMovedToArea => LocationValue.Area,
        LocationUsersCounted => LocationValue.Users,
        LocationSideChanged => LocationValue.Side,
        OpeningHoursChanged => LocationValue.OpeningHours,
        LocationZoneChanged => LocationValue.TimeZone,
        LocationProviderChanged => LocationValue.Provider,
        _ => null,
    };
}

namespace RolloutPortal.Domain.Locations;

/// <summary>What must have happened for one description of a location to become another.</summary>
internal static class LocationChanges
{
    public static IEnumerable<LocationEvent> Between(LocationDescription old, LocationDescription now, Guid id, DateOnly from)
    {
        if (old.Name != now.Name) yield return new LocationRenamed(id, now.Name, from);
        if (old.AreaId != now.AreaId) yield return new LocationMovedToArea(id, now.AreaId, from);
        if (old.Users != now.Users) yield return new LocationUsersCounted(id, now.Users, from);
        if (old.Side != now.Side) yield return new LocationSideChanged(id, now.Side, from);
        if (old.OpeningHours != now.OpeningHours) yield return new OpeningHoursChanged(id, now.OpeningHours, from);
        if (old.TimeZone != now.TimeZone) yield return new LocationZoneChanged(id, now.TimeZone, from);
        if (old.ProviderId != now.ProviderId) yield return new LocationProviderChanged(id, now.ProviderId, from);
    }
}

namespace RolloutPortal.Domain.Locations;

/// <summary>Which side of social care works at a location. Stored by name.</summary>
public enum Side { Casework, Provider, Both }

/// <summary>What can happen to a location. Stored for good; <c>From</c> is the first whole local day it holds.</summary>
public abstract record LocationEvent(Guid LocationId);

/// <param name="Users">The planned total of users of the new system.</param>
/// <param name="OpeningHours">The canonical form of opening hours; empty when not stated.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record LocationOpened(
    Guid LocationId,
    Guid ProgrammeId,
    Guid AreaId,
    string Code,
    string Name,
    int Users,
    Side Side,
    string OpeningHours,
    string TimeZone,
    Guid? ProviderId,
    DateOnly From)
    : LocationEvent(LocationId);

/// <summary>It turned out to have been there before: what was said at its opening holds from this earlier day.</summary>
public sealed record LocationOpenedEarlier(Guid LocationId, DateOnly From) : LocationEvent(LocationId);

/// <summary>The code identifies the location in files; it has no periods.</summary>
public sealed record LocationRecoded(Guid LocationId, string Code) : LocationEvent(LocationId);

public sealed record LocationRenamed(Guid LocationId, string Name, DateOnly From) : LocationEvent(LocationId);

public sealed record LocationMovedToArea(Guid LocationId, Guid AreaId, DateOnly From) : LocationEvent(LocationId);

public sealed record LocationUsersCounted(Guid LocationId, int Users, DateOnly From) : LocationEvent(LocationId);

public sealed record LocationSideChanged(Guid LocationId, Side Side, DateOnly From) : LocationEvent(LocationId);

public sealed record OpeningHoursChanged(Guid LocationId, string OpeningHours, DateOnly From) : LocationEvent(LocationId);

public sealed record LocationZoneChanged(Guid LocationId, string TimeZone, DateOnly From) : LocationEvent(LocationId);

public sealed record LocationProviderChanged(Guid LocationId, Guid? ProviderId, DateOnly From) : LocationEvent(LocationId);

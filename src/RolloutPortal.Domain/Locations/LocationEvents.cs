namespace RolloutPortal.Domain.Locations;

/// <summary>Which side of social care works at a location. Stored by name.</summary>
public enum Side { Casework, Provider, Both }

/// <summary>What is known of a location by days, each by itself. Stored by name.</summary>
public enum LocationValue { Name, Area, Users, Side, OpeningHours, TimeZone, Provider }

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

/// <summary>What was said of one value from this day on is taken back: what held before holds on.</summary>
public sealed record LocationChangeWithdrawn(Guid LocationId, LocationValue Value, DateOnly From) : LocationEvent(LocationId);

/// <param name="From">The first local day on which it is not there any more.</param>
public sealed record LocationClosed(Guid LocationId, DateOnly From) : LocationEvent(LocationId);

/// <summary>From this day another location stands in its place, as one of several; it is closed from then on.</summary>
public sealed record LocationSplitInto(Guid LocationId, Guid IntoId, DateOnly From) : LocationEvent(LocationId);

/// <summary>From this day it is a part of another location; it is closed from then on.</summary>
public sealed record LocationMergedInto(Guid LocationId, Guid IntoId, DateOnly From) : LocationEvent(LocationId);

/// <summary>It was not closed, split or merged after all: it goes on as if that had never been said.</summary>
public sealed record LocationReopened(Guid LocationId) : LocationEvent(LocationId);

/// <summary>A location that was planned does not come: it was there on no day.</summary>
public sealed record LocationOpeningWithdrawn(Guid LocationId) : LocationEvent(LocationId);

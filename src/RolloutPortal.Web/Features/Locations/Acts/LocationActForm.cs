using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;

namespace RolloutPortal.Web.Features.Locations.Acts;

/// <summary>A location is closed, split or merged from a day, as a form says it.</summary>
/// <param name="Version">Of the location that its user saw.</param>
/// <param name="From">The first local day on which it holds.</param>
/// <param name="Others">Those that are merged with it.</param>
/// <param name="Into">Of a merger: the id of the one that goes on; anything else is a new one.</param>
/// <param name="Parts">What is opened: of a split each new location, of a merger the one.</param>
/// <param name="Sure">What its user was shown the effect of, and meant.</param>
public sealed record LocationActForm(long Version, DateOnly? From, Guid[]? Others, Guid? Into, LocationPartForm[]? Parts, string? Sure)
{
    /// <summary>Of a merger: the version of each that is ticked, as it was when its user was shown the effect.</summary>
    public Dictionary<Guid, long>? Seen { get; init; }

    public const int MostParts = 6;

    public IReadOnlyList<Guid> Ticked => [.. (Others ?? []).Distinct()];

    /// <summary>Rows in which something stands.</summary>
    public IReadOnlyList<LocationPartForm> Filled => [.. (Parts ?? []).Where(part => !part.IsEmpty)];

    /// <summary>Changes with everything that the effect depends on.</summary>
    public string Key => string.Join('|', [$"{From:O}", $"{Into}", .. Ticked.Order().Select(id => id.ToString()), .. Filled.Select(part => part.Key)]);
}

/// <summary>One location that is opened in another's place.</summary>
/// <param name="LocationId">Chosen with the empty form: the same form sent twice opens one.</param>
/// <param name="Users">Of a merger, when empty: the sum.</param>
public sealed record LocationPartForm(Guid LocationId, string? Name, string? Code, int? Users, Guid? AreaId)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Code) && Users is null;

    public string Key => $"{Name}/{Code}/{Users}/{AreaId}";

    /// <summary>All that it does not say is as it was before.</summary>
    public LocationDescription After(LocationDescription before, int users) =>
        before with { Name = string.IsNullOrWhiteSpace(Name) ? before.Name : Name, Users = Users ?? users, AreaId = AreaId ?? before.AreaId };

    /// <param name="at">Where its fields stand in the form.</param>
    public IEnumerable<(string Field, Refusal Refusal)> Faults(string at, LocationDescription described) =>
        LocationFault.Of(Code, described, Domain.Calendar.Days.Earliest).Select(fault => ($"{at}.{fault.Field}", fault.Refusal));
}

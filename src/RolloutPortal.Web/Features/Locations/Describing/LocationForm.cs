using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;

namespace RolloutPortal.Web.Features.Locations.Describing;

/// <summary>A location as it is described in a form.</summary>
/// <param name="LocationId">Chosen with the empty form: the same form sent twice opens one location.</param>
/// <param name="Version">Of the location that the user saw; 0 for a new one.</param>
/// <param name="OpeningHours">As typed.</param>
/// <param name="From">The first local day that it holds.</param>
/// <param name="Sure">What its user was shown the effect of, and meant.</param>
public sealed record LocationForm(
    Guid LocationId, long Version, string? Name, string? Code, Guid? AreaId, int? Users, Side? Side, string? OpeningHours, Guid? ProviderId,
    string? TimeZone, DateOnly? From, string? Sure = null)
{
    public string Key => $"{Name}|{Code}|{AreaId}|{Users}|{Side}|{OpeningHours}|{ProviderId}|{TimeZone}|{From:O}";

    public LocationDescription Description =>
        new(Name ?? "", AreaId ?? Guid.Empty, Users ?? -1, Side ?? Domain.Locations.Side.Both, OpeningHours ?? "", TimeZone ?? "", ProviderId);

    public static LocationForm Of(Guid id, long version, string code, LocationDescription described, DateOnly from) => new(
        id, version, described.Name, code, described.AreaId, described.Users, described.Side, described.OpeningHours, described.ProviderId,
        described.TimeZone, from);

    /// <summary>What the domain says to each field by itself, so that all of it can be told at once.</summary>
    public IEnumerable<Refusal> Refusals() => LocationFault.Of(Code, Description, From).Select(fault => fault.Refusal);

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public static string FieldOf(Refusal refusal) => LocationFault.FieldOf(refusal) switch
    {
        LocationField.Whole => "",
        LocationField.Area => "Form.AreaId",
        LocationField.Provider => "Form.ProviderId",
        var field => $"Form.{field}",
    };
}

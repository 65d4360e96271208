using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>A location as it is described in a form.</summary>
/// <param name="LocationId">Chosen with the empty form: the same form sent twice opens one location.</param>
/// <param name="Version">Of the location that the user saw; 0 for a new one.</param>
/// <param name="OpeningHours">As typed.</param>
/// <param name="From">The first local day that it holds.</param>
public sealed record LocationForm(
    Guid LocationId, long Version, string? Code, string? Name, Guid? AreaId, int? Users, Side? Side, string? OpeningHours, string? TimeZone,
    Guid? ProviderId, DateOnly? From)
{
    public LocationDescription Description =>
        new(Name ?? "", AreaId ?? Guid.Empty, Users ?? -1, Side ?? Domain.Locations.Side.Both, OpeningHours ?? "", TimeZone ?? "", ProviderId);

    public static LocationForm Of(Guid id, long version, string code, LocationDescription described, DateOnly from) => new(
        id, version, code, described.Name, described.AreaId, described.Users, described.Side, described.OpeningHours, described.TimeZone,
        described.ProviderId, from);

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public static string FieldOf(Refusal refusal) => refusal.Key switch
    {
        NameRefusals.Missing or NameRefusals.TooLong or NameRefusals.Unsuitable => "Form.Name",
        LocationRefusals.CodeMissing or LocationRefusals.CodeTooLong or LocationRefusals.CodeUnsuitable or LocationRegister.CodeTaken => "Form.Code",
        LocationRefusals.UsersOutOfRange => "Form.Users",
        LocationRefusals.OpeningHoursUnreadable => "Form.OpeningHours",
        LocationRefusals.UnknownTimeZone => "Form.TimeZone",
        LocationRefusals.FromOutOfRange or LocationRegister.FromInFuture or LocationRegister.FromBeforeLast => "Form.From",
        _ => "",
    };
}

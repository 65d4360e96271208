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
    Guid LocationId, long Version, string? Name, string? Code, Guid? AreaId, int? Users, Side? Side, string? OpeningHours, Guid? ProviderId,
    string? TimeZone, DateOnly? From)
{
    public LocationDescription Description =>
        new(Name ?? "", AreaId ?? Guid.Empty, Users ?? -1, Side ?? Domain.Locations.Side.Both, OpeningHours ?? "", TimeZone ?? "", ProviderId);

    public static LocationForm Of(Guid id, long version, string code, LocationDescription described, DateOnly from) => new(
        id, version, described.Name, code, described.AreaId, described.Users, described.Side, described.OpeningHours, described.ProviderId,
        described.TimeZone, from);

    /// <summary>What the domain says to each field by itself, so that all of it can be told at once.</summary>
    public IEnumerable<Refusal> Refusals()
    {
        var sound = new LocationDescription("x", Guid.Empty, 0, Domain.Locations.Side.Both, "", "Europe/Copenhagen", ProviderId: null);
        IEnumerable<Refusal?> refusals =
        [
            (sound with { Name = Name ?? "" }).Check(out _),
            LocationCode.Check(Code, out _),
            (sound with { Users = Users ?? -1 }).Check(out _),
            (sound with { OpeningHours = OpeningHours ?? "" }).Check(out _),
            (sound with { TimeZone = TimeZone ?? "" }).Check(out _),
            From is { } from ? Location.Initial.Open(new OpenLocation(LocationId, Guid.Empty, "x", sound, from)).Refusal : null,
        ];
        return refusals.OfType<Refusal>();
    }

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public static string FieldOf(Refusal refusal) => refusal.Key switch
    {
        NameRefusals.Missing or NameRefusals.TooLong or NameRefusals.Unsuitable => "Form.Name",
        LocationRefusals.CodeMissing or LocationRefusals.CodeTooLong or LocationRefusals.CodeUnsuitable or LocationRefusals.CodeTaken => "Form.Code",
        LocationRefusals.UsersOutOfRange => "Form.Users",
        LocationRefusals.OpeningHoursUnreadable => "Form.OpeningHours",
        LocationRefusals.UnknownTimeZone => "Form.TimeZone",
        LocationRefusals.FromOutOfRange or LocationRefusals.FromInFuture or LocationRefusals.FromBeforeLast => "Form.From",
        _ => "",
    };
}

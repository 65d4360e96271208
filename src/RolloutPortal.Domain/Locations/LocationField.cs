namespace RolloutPortal.Domain.Locations;

/// <summary>What is asked about a location, in forms and in files (importing.md).</summary>
public enum LocationField { Whole, Code, Name, Area, Users, Side, OpeningHours, TimeZone, Provider, From }

/// <summary>What is wrong with what was told of a location, and where.</summary>
public sealed record LocationFault(LocationField Field, Refusal Refusal)
{
    /// <summary>Everything that a description alone can be refused for, each field by itself: all of it can be told at once.</summary>
    public static IEnumerable<LocationFault> Of(string? code, LocationDescription described, DateOnly? from)
    {
        var sound = new LocationDescription("x", Guid.Empty, 0, Side.Both, "", "Europe/Copenhagen", ProviderId: null);
        (LocationField Field, Refusal? Refusal)[] asked =
        [
            (LocationField.Code, LocationCode.Check(code, out _)),
            (LocationField.Name, (sound with { Name = described.Name }).Check(out _)),
            (LocationField.Users, (sound with { Users = described.Users }).Check(out _)),
            (LocationField.OpeningHours, (sound with { OpeningHours = described.OpeningHours }).Check(out _)),
            (LocationField.TimeZone, (sound with { TimeZone = described.TimeZone }).Check(out _)),
            (LocationField.From, from is { } day ? Location.OutOfRange(day) : null),
        ];
        return asked.Where(one => one.Refusal is not null).Select(one => new LocationFault(one.Field, one.Refusal!));
    }

    /// <summary>The field that a refusal is about, whoever gave it.</summary>
    public static LocationField FieldOf(Refusal refusal) => refusal.Key switch
    {
        Naming.NameRefusals.Missing or Naming.NameRefusals.TooLong or Naming.NameRefusals.Unsuitable => LocationField.Name,
        LocationRefusals.CodeMissing or LocationRefusals.CodeTooLong or LocationRefusals.CodeUnsuitable or LocationRefusals.CodeTaken => LocationField.Code,
        LocationRefusals.UsersOutOfRange => LocationField.Users,
        LocationRefusals.OpeningHoursUnreadable => LocationField.OpeningHours,
        LocationRefusals.UnknownTimeZone => LocationField.TimeZone,
        Programmes.ProgrammeRefusals.AreaNotFound or LocationRefusals.AreaClosed => LocationField.Area,
        Programmes.ProgrammeRefusals.ProviderNotFound or LocationRefusals.ProviderClosed => LocationField.Provider,
        LocationRefusals.FromOutOfRange or LocationRefusals.Closed or LocationRefusals.ClosedBeforeOpened or LocationRefusals.ChangesLater => LocationField.From,
        _ => LocationField.Whole,
    };
}

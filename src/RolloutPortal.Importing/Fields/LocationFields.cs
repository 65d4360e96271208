using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Importing.Fields;

/// <summary>A file of locations.</summary>
public static class LocationFields
{
    public const string Code = "code";
    public const string Name = "name";
    public const string Area = "area";
    public const string Users = "users";
    public const string Side = "side";
    public const string TimeZone = "time_zone";
    public const string Provider = "provider";
    public const string OpeningHours = "opening_hours";
    public const string ValidFrom = "valid_from";

    public static FieldTable Table { get; } = new("locations",
    [
        Field.Of(Code, FieldKind.Key, true, ["kode", "lokationskode"], ["kod", "enhetskod"], "location code") with
        {
            Longest = LocationCode.Longest, Example = "BN01",
            Likely = ["nr", "nummer", "id", "enhedsnr", "enhedsnummer", "enhedskode", "afdelingsnr", "afdelingskode", "enhetsnr", "unit code"],
        },
        Field.Of(Name, FieldKind.Name, true, ["navn"], ["namn"]) with
        {
            Longest = Names.Longest, Example = "Bosted Nørrebro",
            Likely = ["enhed", "afdeling", "sted", "lokation", "enhet", "avdelning", "unit", "location"],
        },
        Field.Of(Area, FieldKind.Name, true, ["område"], ["område"]) with
        {
            Longest = Names.Longest, Likely = ["forvaltning", "center", "förvaltning", "department"], Example = "Bosteder Nord",
        },
        Field.Of(Users, FieldKind.Whole, true, ["brugere", "antal brugere"], ["användare", "antal användare"]) with
        {
            Most = LocationDescription.MostUsers, Example = "85",
            Likely = ["antal", "antal medarb.", "antal medarbejdere", "antal ansatte", "medarbejdere", "ansatte", "anställda", "antal anställda", "employees"],
        },
        Field.Of(Side, FieldKind.Choice, true, ["side"], ["sida"]) with
        {
            Likely = ["type", "typ"],
            Choices =
            [
                (nameof(Domain.Locations.Side.Casework), ["casework", "myndighed", "myndighet", "myndighetsutövning"]),
                (nameof(Domain.Locations.Side.Provider), ["provider", "udfører", "utförare"]),
                (nameof(Domain.Locations.Side.Both), ["both", "begge", "båda", "bägge"]),
            ],
            Example = "provider",
        },
        Field.Of(TimeZone, FieldKind.TimeZone, false, ["tidszone"], ["tidszon"], "time zone") with { Example = "Europe/Copenhagen" },
        Field.Of(Provider, FieldKind.Name, false, ["leverandør"], ["utförare", "leverantör"]) with { Longest = Names.Longest },
        Field.Of(OpeningHours, FieldKind.OpeningHours, false, ["åbningstider"], ["öppettider"], "opening hours") with
        {
            Example = "24/7",
        },
        Field.Of(ValidFrom, FieldKind.Date, false, ["gælder fra", "gyldig fra"], ["gäller från"], "valid from") with { Example = "2026-01-01" },
    ]);
}

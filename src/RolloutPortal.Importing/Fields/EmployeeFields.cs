using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Importing.Fields;

/// <summary>A file of employees: a row for each stretch of days at a location in a role.</summary>
public static class EmployeeFields
{
    public const string WorkKey = "work_key";
    public const string Name = "name";
    public const string Email = "email";
    public const string Role = "role";
    public const string Location = "location";
    public const string From = "from";
    public const string To = "to";

    public static FieldTable Table { get; } = new("employees",
    [
        Field.Of(WorkKey, FieldKind.Key, true, ["medarbejdernøgle", "medarbejdernummer"], ["anställningsnyckel", "anställningsnummer"], "work key") with
        {
            Longest = Domain.Employees.WorkKey.Longest, Example = "A1001",
            Likely = ["medarbejdernr", "medarbejdernr.", "medarbejder-id", "ansatnr", "ansættelsesnummer", "lønnummer", "brugerid", "anst.nr", "anställnings-id", "employee id", "employee no"],
        },
        Field.Of(Name, FieldKind.Name, true, ["navn"], ["namn"]) with { Longest = Names.Longest, Example = "Ane Eksempel" },
        Field.Of(Email, FieldKind.Email, true, ["e-mail", "mail", "e-mailadresse"], ["e-post", "e-postadress"], "e-mail") with
        {
            Example = "ane@eksempel.dk",
        },
        Field.Of(Role, FieldKind.Name, true, ["rolle", "stilling"], ["roll", "befattning"]) with
        {
            Longest = Names.Longest, Example = "Pædagog",
            Likely = ["titel", "stillingsbetegnelse", "faggruppe", "yrke", "titel på stilling", "job title", "position"],
        },
        Field.Of(Location, FieldKind.Key, true, ["lokation"], ["enhet", "plats"]) with
        {
            Longest = LocationCode.Longest, Example = "BN01",
            Likely = ["afdelingsnr", "afdelingskode", "enhedsnr", "enhedskode", "enhedsnummer", "afdeling", "arbejdssted", "enhetsnr", "enhetskod", "arbetsplats", "unit", "unit code"],
        },
        Field.Of(From, FieldKind.Date, true, ["fra"], ["från"]) with
        {
            Example = "2026-01-01", Likely = ["ansat", "startdato", "ansættelsesdato", "tiltrådt", "startdatum", "anställd", "start date", "hired"],
        },
        Field.Of(To, FieldKind.LastDate, false, ["til"], ["till"]) with
        {
            Example = "2026-12-31", Likely = ["slutdato", "fratrådt", "fratrædelsesdato", "slutdatum", "end date"],
        },
    ]);
}

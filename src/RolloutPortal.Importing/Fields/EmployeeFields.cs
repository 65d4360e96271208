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
        },
        Field.Of(Name, FieldKind.Name, true, ["navn"], ["namn"]) with { Longest = Names.Longest, Example = "Ane Eksempel" },
        Field.Of(Email, FieldKind.Email, true, ["e-mail", "mail", "e-mailadresse"], ["e-post", "e-postadress"], "e-mail") with
        {
            Example = "ane@eksempel.dk",
        },
        Field.Of(Role, FieldKind.Name, true, ["rolle", "stilling"], ["roll", "befattning"]) with
        {
            Longest = Names.Longest, Example = "Pædagog",
        },
        Field.Of(Location, FieldKind.Key, true, ["lokation"], ["enhet", "plats"]) with { Longest = LocationCode.Longest, Example = "BN01" },
        Field.Of(From, FieldKind.Date, true, ["fra"], ["från"]) with { Example = "2026-01-01" },
        Field.Of(To, FieldKind.LastDate, false, ["til"], ["till"]) with { Example = "2026-12-31" },
    ]);
}

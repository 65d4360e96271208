using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>Says which code is meant where none, or an unknown one, stands: a location is known by its code alone, and leading zeros count
/// (importing.md), but lists of pay have names, and spreadsheets lose zeros.</summary>
internal sealed class LocationHints(IReadOnlyList<KnownLocation> locations)
{
    private readonly Lazy<ILookup<string, string>> byName = new(() => locations.ToLookup(location => location.Name, location => location.Code, Names.Comparer));

    private readonly Lazy<ILookup<string, string>> withoutZeros = new(() => locations.ToLookup(location => Bare(location.Code), location => location.Code));

    /// <summary>A name may be longer than a code, and have blanks.</summary>
    public void TellCode(ImportRow row)
    {
        if (!row.Faults.Any(fault => fault.Column == EmployeeFields.Location && fault.Key is ImportFaults.KeySpace or ImportFaults.TooLong)) return;
        if (row.Shown[row.Table.IndexOf(EmployeeFields.Location)] is { } typed && Only(byName.Value[typed]) is { } code)
            row.Instead(EmployeeFields.Location, ImportFaults.LocationByName, typed, code);
    }

    public void TellUnknown(ImportRow row, string typed)
    {
        if (Only(byName.Value[typed]) is { } named) row.Fault(EmployeeFields.Location, ImportFaults.LocationByName, typed, named);
        else if (Only(withoutZeros.Value[Bare(typed)]) is { } near) row.Fault(EmployeeFields.Location, ImportFaults.LocationZeros, typed, near);
        else row.Fault(EmployeeFields.Location, ImportFaults.UnknownLocation, typed);
    }

    private static string Bare(string code) => LocationCode.Canonical(code).TrimStart('0');

    private static string? Only(IEnumerable<string> codes) => codes.Take(2).ToList() is [var only] ? only : null;
}

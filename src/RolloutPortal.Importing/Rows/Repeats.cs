using RolloutPortal.Domain.Locations;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Importing.Rows;

/// <summary>Rows of one file that contradict each other; the fault is the later row's (importing.md, "Kinds"). Those of employees are the
/// domain's, which knows the people too: <see cref="Domain.Employees.EmployeeComparison"/>.</summary>
public static class Repeats
{
    /// <summary>A location's key is its code, without case.</summary>
    public static void OfLocations(IEnumerable<ImportRow> rows)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (row.Get<string>(LocationFields.Code) is { } code && !seen.TryAdd(LocationCode.Canonical(code), row.Line))
                row.Fault(LocationFields.Code, ImportFaults.CodeTwice, code, $"{seen[LocationCode.Canonical(code)]}");
    }
}

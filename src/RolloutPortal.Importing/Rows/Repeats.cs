using RolloutPortal.Domain.Locations;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Importing.Rows;

/// <summary>Rows of one file that contradict each other; the fault is the later row's (importing.md, "Kinds").</summary>
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

    /// <summary>One person has one name and one e-mail, two people have two; the same person is not twice at the same time in one role at
    /// one location.</summary>
    public static void OfEmployees(IEnumerable<ImportRow> rows)
    {
        var (periods, people, addresses) = (new Dictionary<string, DisjointDays>(), new Dictionary<string, ImportRow>(), new Dictionary<string, ImportRow>());
        foreach (var row in rows)
        {
            if (row.Get<string>(EmployeeFields.WorkKey) is not { } workKey) continue;
            var key = LocationCode.Canonical(workKey);
            CheckPerson(row, people, key);
            CheckAddress(row, addresses, key);
            CheckPeriod(row, periods, key);
        }
    }

    private static void CheckPerson(ImportRow row, Dictionary<string, ImportRow> people, string key)
    {
        if (people.TryAdd(key, row)) return;
        var first = people[key];
        foreach (var field in (string[])[EmployeeFields.Name, EmployeeFields.Email])
            if (row.Get<string>(field) is { } now && first.Get<string>(field) is { } before && now != before)
                row.Fault(field, ImportFaults.PersonOtherwise, $"{first.Line}");
    }

    private static void CheckAddress(ImportRow row, Dictionary<string, ImportRow> addresses, string key)
    {
        if (row.Get<string>(EmployeeFields.Email) is not { } email || addresses.TryAdd(email, row)) return;
        var first = addresses[email];
        if (LocationCode.Canonical(first.Get<string>(EmployeeFields.WorkKey)!) != key)
            row.Fault(EmployeeFields.Email, ImportFaults.EmailTwice, $"{first.Line}");
    }

    private static void CheckPeriod(ImportRow row, Dictionary<string, DisjointDays> periods, string key)
    {
        var (from, to) = (row.Get<DateOnly?>(EmployeeFields.From), row.Get<DateOnly?>(EmployeeFields.To));
        if (from > to)
        {
            row.Fault(EmployeeFields.From, ImportFaults.FromAfterTo);
            return;
        }

        if (from is null || row.Get<string>(EmployeeFields.Location) is not { } location || row.Get<string>(EmployeeFields.Role) is not { } role) return;
        // Without an end that could be read there is no knowing what it overlaps.
        if (to is null && row.Faults.Any(fault => fault.Column == EmployeeFields.To)) return;
        var three = $"{key}\n{LocationCode.Canonical(location)}\n{role.ToUpperInvariant()}";
        if (!periods.TryGetValue(three, out var days)) periods[three] = days = new DisjointDays();
        if (days.Add(from.Value, to ?? DateOnly.MaxValue, row.Line) is { } other)
            row.Fault(EmployeeFields.From, ImportFaults.Overlap, $"{other}");
    }
}

using System.Globalization;

namespace RolloutPortal.Domain.Employees;

/// <summary>Two people may not share an address. Two who exchange theirs in one file do not.</summary>
internal static class SharedAddresses
{
    /// <param name="people">The file's, by canonical work key, in its order.</param>
    /// <param name="known">By canonical work key; what the file says of one of them counts instead.</param>
    public static IEnumerable<EmployeeFault> Among(List<(string Key, List<EmployeeLine> Lines)> people, IReadOnlyDictionary<string, Employee> known)
    {
        var keys = people.Select(person => person.Key).ToHashSet(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, other) in known)
            if (!keys.Contains(key)) owners[other.Email] = key;
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, own) in people)
        {
            if (own.Find(line => line.Email.Length > 0) is not { } told) continue;
            if (owners.TryAdd(told.Email, key)) lines.Add(told.Email, told.Line);
            else yield return new EmployeeFault(told.Line, "email", lines.TryGetValue(told.Email, out var line)
                ? new Refusal(EmployeeRefusals.EmailRepeated, told.Email, line.ToString(CultureInfo.InvariantCulture)) : new Refusal(EmployeeRefusals.EmailTaken, told.Email));
        }
    }
}

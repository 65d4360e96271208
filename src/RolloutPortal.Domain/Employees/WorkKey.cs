using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Employees;

/// <summary>What an employee is called in files: 1–40 characters without white space, kept as typed.</summary>
public static class WorkKey
{
    public const int Longest = 40;

    /// <summary>The form to compare by: without case; leading zeros count (importing.md).</summary>
    public static string Canonical(string key) => (CleanText.Of(key) ?? key).ToUpperInvariant();

    /// <param name="key">Trimmed; empty when refused.</param>
    public static Refusal? Check(string? typed, out string key)
    {
        var clean = CleanText.Of(typed);
        key = "";
        if (clean is null || clean.Any(char.IsWhiteSpace)) return new Refusal(EmployeeRefusals.KeyUnsuitable);
        if (clean.Length == 0) return new Refusal(EmployeeRefusals.KeyMissing);
        if (clean.Length > Longest) return new Refusal(EmployeeRefusals.KeyTooLong, Longest);

        key = clean;
        return null;
    }
}

/// <summary>What somebody works as, in the municipality's own words (not a role of the portal): 1–80 characters.</summary>
public static class JobRole
{
    /// <summary>Roles that differ in case alone are the same role.</summary>
    public static StringComparer Comparer => Names.Comparer;

    /// <param name="role">Trimmed; empty when refused.</param>
    public static Refusal? Check(string? typed, out string role)
    {
        var clean = CleanText.Of(typed);
        role = "";
        if (clean is null) return new Refusal(EmployeeRefusals.RoleUnsuitable);
        if (clean.Length == 0) return new Refusal(EmployeeRefusals.RoleMissing);
        if (clean.Length > Names.Longest) return new Refusal(EmployeeRefusals.RoleTooLong, Names.Longest);

        role = clean;
        return null;
    }
}

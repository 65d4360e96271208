using RolloutPortal.Domain.Employees;

namespace RolloutPortal.Domain.Tests.Employees;

/// <summary>People and lines that a test needs and does not care about.</summary>
internal static class Staff
{
    public static readonly Guid North = new("0193f5a0-0000-7000-8000-000000000011");
    public static readonly Guid South = new("0193f5a0-0000-7000-8000-000000000012");

    public static DateOnly Day(int month, int day = 1) => new(2022, month, day);

    public static EmployeePeriod Period(Guid? location = null, string role = "Sosu-assistent", DateOnly? from = null, DateOnly? to = null) =>
        new(Guid.NewGuid(), location ?? North, role, from ?? Day(1), to);

    public static Employee Person(params EmployeePeriod[] periods) =>
        new(Guid.NewGuid(), "007", "Asta Lund", "asta@eksempel.invalid", periods is [] ? [Period()] : [.. periods]);

    public static EmployeeLine Line(
        int line, string key = "007", string name = "Asta Lund", string? email = null, string role = "Sosu-assistent", Guid? location = null,
        DateOnly? from = null, DateOnly? to = null) =>
        new(line, key, name, email ?? (key == "007" ? "asta@eksempel.invalid" : $"{key}@eksempel.invalid"), role, location ?? North, from ?? Day(1), to);

    public static EmployeePlan Compare(IEnumerable<Employee> known, params EmployeeLine[] lines) => EmployeeComparison.Of(known, lines, Guid.NewGuid);

    /// <summary>With the answer that whoever has a place which the file does not name has left it.</summary>
    public static EmployeePlan CompareMoved(IEnumerable<Employee> known, params EmployeeLine[] lines) =>
        EmployeeComparison.Of(known, lines, Guid.NewGuid, OtherPlaces.Left);

    public static IEnumerable<string> Told(this EmployeePlan plan) => plan.Faults.Select(fault => $"{fault.Line}: {fault.Column}: {fault.Why.Key}");
}

using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Employees;

/// <summary>One line of a file of employees, clean by itself (importing.md): who, and one period.</summary>
/// <param name="Line">Where the record starts, as faults name it.</param>
/// <param name="To">The last day; null: open.</param>
public sealed record EmployeeLine(int Line, string WorkKey, string Name, string Email, string Role, Guid LocationId, DateOnly From, DateOnly? To)
{
    private static readonly DateOnly OpenEnded = new(9999, 12, 31);

    /// <summary>What is wrong with a line whatever else is in the file; all of it.</summary>
    /// <param name="locationId">Null when the location is unknown: that is the caller's fault to tell.</param>
    /// <param name="from">Null when it was not read: likewise.</param>
    /// <param name="read">Null with a fault, or with a location or a day that the caller has told about.</param>
    public static IReadOnlyList<EmployeeFault> Read(
        int line, string? workKey, string? name, string? email, string? role, Guid? locationId, DateOnly? from, DateOnly? to, out EmployeeLine? read)
    {
        read = null;
        if (to == OpenEnded) to = null;
        (string Column, Refusal? Why)[] answers =
        [
            ("work_key", Employees.WorkKey.Check(workKey, out var cleanKey)),
            ("name", Names.Check(name, out var cleanName)),
            ("email", string.IsNullOrWhiteSpace(email) ? new Refusal(EmployeeRefusals.EmailMissing) : null),
            ("email", EmailAddress.Check(email, out var cleanEmail) is { } no && !string.IsNullOrWhiteSpace(email) ? no : null),
            ("role", JobRole.Check(role, out var cleanRole)),
            ("from", OutOfRange(from)),
            ("to", OutOfRange(to)),
            ("from", from > to ? new Refusal(EmployeeRefusals.FromAfterTo) : null),
        ];
        EmployeeFault[] faults = [.. answers.Where(answer => answer.Why is not null).Select(answer => new EmployeeFault(line, answer.Column, answer.Why!))];
        if (faults.Length == 0 && locationId is { } location && from is { } first)
            read = new EmployeeLine(line, cleanKey, cleanName, cleanEmail, cleanRole, location, first, to);
        return faults;
    }

    private static Refusal? OutOfRange(DateOnly? day) =>
        day is { } said && !Days.Hold(said) ? new Refusal(EmployeeRefusals.DayOutOfRange, Days.Earliest, Days.Latest) : null;
}

/// <param name="Column">The field's English name (importing.md).</param>
public sealed record EmployeeFault(int Line, string Column, Refusal Why);

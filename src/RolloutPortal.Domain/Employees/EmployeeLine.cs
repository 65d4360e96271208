namespace RolloutPortal.Domain.Employees;

/// <summary>One line of a file of employees (importing.md): who, and one period.</summary>
/// <param name="Line">Where the record starts, as faults name it.</param>
/// <param name="Name">Empty, as <paramref name="Email"/>: it could not be read, which has been told.</param>
/// <param name="To">The last day; null: open.</param>
public sealed record EmployeeLine(int Line, string WorkKey, string Name, string Email, string Role, Guid LocationId, DateOnly From, DateOnly? To)
{
    /// <summary>False: something of it could not be read. The rest is compared, so that all faults are told at once; it is never stored.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>False: where, as what or when they work could not be read.</summary>
    public bool HasPeriod { get; init; } = true;
}

/// <param name="Column">The field's English name (importing.md).</param>
public sealed record EmployeeFault(int Line, string Column, Refusal Why);

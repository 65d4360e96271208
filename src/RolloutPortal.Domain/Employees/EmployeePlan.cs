using System.Globalization;

namespace RolloutPortal.Domain.Employees;

public enum LineOutcome { New, Changed, Unchanged }

/// <summary>What storing a file would do, line by line and person by person; with a fault nothing is stored.</summary>
/// <param name="Lines">In the order of the file; those with a fault are not among them.</param>
/// <param name="Steps">The people that change, in the order of the file.</param>
public sealed record EmployeePlan(IReadOnlyList<PlannedLine> Lines, IReadOnlyList<EmployeeFault> Faults, IReadOnlyList<EmployeeStep> Steps)
{
    public int Count(LineOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
}

/// <param name="Changes">Old and new, for what is changed; also on a new line, where name or address of somebody known change with it.</param>
public sealed record PlannedLine(EmployeeLine Line, Guid EmployeeId, LineOutcome Outcome, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Places that <see cref="OtherPlaces"/> decides about, as they were: earliest first.</summary>
    public IReadOnlyList<EmployeePeriod> Beside { get; init; } = [];
}

/// <param name="Field">The field's English name (importing.md).</param>
/// <param name="Old">Days as <c>2022-01-24</c>; null: nothing (an open end).</param>
/// <param name="New">As <paramref name="Old"/>.</param>
public sealed record FieldChange(string Field, string? Old, string? New)
{
    /// <summary>What a line says anew of somebody known; nothing of who is new.</summary>
    internal static IReadOnlyList<FieldChange> Between(Employee? before, EmployeeLine line)
    {
        var changes = new List<FieldChange>();
        if (before is not null && before.Name != line.Name) changes.Add(new FieldChange("name", before.Name, line.Name));
        if (before is not null && before.Email != line.Email) changes.Add(new FieldChange("email", before.Email, line.Email));
        return changes;
    }

    internal static FieldChange To(DateOnly? old, DateOnly? @new) => new("to", Written(old), Written(@new));

    private static string? Written(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>One person before and after; the rows to write are what differs.</summary>
/// <param name="Before">Null: not known until now.</param>
public sealed record EmployeeStep(Employee? Before, Employee After)
{
    public Guid EmployeeId => After.EmployeeId;

    /// <summary>Where somebody came, went or has other days than before.</summary>
    public IEnumerable<Guid> LocationIds => Ended.Concat(Begun).Select(period => period.LocationId).Distinct();

    /// <summary>Periods as they were known, and are no more.</summary>
    public IEnumerable<EmployeePeriod> Ended => PeriodsOf(Before).Except(PeriodsOf(After));

    /// <summary>Periods as they are known from now on.</summary>
    public IEnumerable<EmployeePeriod> Begun => PeriodsOf(After).Except(PeriodsOf(Before));

    private static IEnumerable<EmployeePeriod> PeriodsOf(Employee? employee) => employee?.Periods ?? [];
}

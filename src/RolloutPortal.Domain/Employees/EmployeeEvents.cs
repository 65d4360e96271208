namespace RolloutPortal.Domain.Employees;

/// <summary>What can happen to the people of the installation: ids and days. Names, keys, addresses and job roles stand in rows
/// beside the log (decisions.md 2). All of it is one stream, for keys, addresses and overlaps hold across people. Stored for good.</summary>
public abstract record EmployeeEvent;

/// <summary>Somebody was written down by hand, with their first period.</summary>
/// <param name="To">The last day; null: open.</param>
public sealed record EmployeeAdded(Guid EmployeeId, Guid PeriodId, Guid LocationId, DateOnly From, DateOnly? To) : EmployeeEvent;

/// <summary>Works somewhere else as well, or in another role.</summary>
/// <param name="To">The last day; null: open.</param>
public sealed record EmployeePeriodAdded(Guid EmployeeId, Guid PeriodId, Guid LocationId, DateOnly From, DateOnly? To) : EmployeeEvent;

/// <summary>One period ends the day before, another begins.</summary>
/// <param name="LeftLocationId">The same as <paramref name="LocationId"/> when only the role is another.</param>
public sealed record EmployeeMoved(
    Guid EmployeeId, Guid LeftPeriodId, Guid LeftLocationId, Guid PeriodId, Guid LocationId, DateOnly On) : EmployeeEvent;

/// <param name="WasLocationId">Where it was said to be before.</param>
/// <param name="To">The last day; null: open.</param>
public sealed record EmployeePeriodCorrected(
    Guid EmployeeId, Guid PeriodId, Guid WasLocationId, Guid LocationId, DateOnly From, DateOnly? To) : EmployeeEvent;

public sealed record EmployeePeriodEnded(Guid EmployeeId, Guid PeriodId, Guid LocationId, DateOnly LastDay) : EmployeeEvent;

/// <summary>It was planned and does not come, or never was.</summary>
/// <param name="ReopenedPeriodId">The period that had been ended for it and goes on; null: none.</param>
public sealed record EmployeePeriodWithdrawn(
    Guid EmployeeId, Guid PeriodId, Guid LocationId, Guid? ReopenedPeriodId, Guid? ReopenedLocationId) : EmployeeEvent;

/// <summary>Name or address became another.</summary>
/// <param name="LocationIds">Where the name stands in lists.</param>
public sealed record EmployeeDetailsChanged(Guid EmployeeId, IReadOnlyList<Guid> LocationIds) : EmployeeEvent;

/// <summary>From now on a number.</summary>
/// <param name="LocationIds">Where the name stood in lists.</param>
public sealed record EmployeeErased(Guid EmployeeId, int Number, IReadOnlyList<Guid> LocationIds) : EmployeeEvent;

/// <summary>A part of an import, at most <see cref="Most"/> people: written down or changed.</summary>
/// <param name="LocationIds">Where somebody came, went or has other days than before.</param>
public sealed record EmployeesImported(Guid BatchId, IReadOnlyList<Guid> EmployeeIds, IReadOnlyList<Guid> LocationIds) : EmployeeEvent
{
    public const int Most = 1_000;
}

/// <summary>A part of an import was taken back.</summary>
/// <inheritdoc cref="EmployeesImported"/>
public sealed record EmployeesImportReversed(Guid BatchId, IReadOnlyList<Guid> EmployeeIds, IReadOnlyList<Guid> LocationIds) : EmployeeEvent;

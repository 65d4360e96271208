using RolloutPortal.Domain.Employees;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>Somebody at a place: one line of the list. Whoever works at two places has two.</summary>
/// <param name="WorkKey">Null when erased.</param>
public sealed record EmployeeListItem(
    Guid EmployeeId, EmployeeName Name, string? WorkKey, string? Email, bool Invented, EmployeePeriod Period, string Location, string Area)
{
    /// <summary>The period that ended the day before this one began; null: none.</summary>
    public EmployeePeriod? Before { get; init; }

    /// <summary>The period that begins the day after this one ends; null: none.</summary>
    public EmployeePeriod? After { get; init; }
}

/// <summary>A location that the viewer sees.</summary>
/// <param name="Users">The planned total.</param>
/// <param name="IsOffered">It is there on the day, or comes: what is closed offers itself nowhere.</param>
/// <param name="IsThere">On the day.</param>
public sealed record StaffedLocation(Guid LocationId, string Name, Guid AreaId, string Area, int Users, bool IsOffered, bool IsThere);

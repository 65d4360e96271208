using RolloutPortal.Domain.Calendar;

namespace RolloutPortal.Domain.Employees;

/// <summary>Somebody works at a location in a role, on whole local days.</summary>
/// <param name="To">The last day, inclusive; null: open.</param>
/// <param name="Follows">The period that was ended for this one, when it is a move.</param>
public sealed record EmployeePeriod(Guid PeriodId, Guid LocationId, string Role, DateOnly From, DateOnly? To, Guid? Follows = null)
{
    /// <summary>The last day as something to compare by; open is later than any.</summary>
    public DateOnly Last => To ?? DateOnly.MaxValue;

    public bool Holds(DateOnly day) => From <= day && day <= Last;

    public bool Overlaps(EmployeePeriod other) => From <= other.Last && other.From <= Last;

    /// <summary>The same location and role: only one of them on any day.</summary>
    public bool IsSamePlace(EmployeePeriod other) => LocationId == other.LocationId && JobRole.Comparer.Equals(Role, other.Role);

    /// <summary>Its days and its role, by themselves.</summary>
    /// <param name="clean">As it would be stored; as typed when refused.</param>
    public Refusal? Check(out EmployeePeriod clean)
    {
        clean = this;
        if (LocationId == Guid.Empty) return new Refusal(EmployeeRefusals.LocationMissing);
        if (JobRole.Check(Role, out var role) is { } badRole) return badRole;
        if (!Days.Hold(From) || (To is { } last && !Days.Hold(last))) return new Refusal(EmployeeRefusals.DayOutOfRange, Days.Earliest, Days.Latest);
        if (From > Last) return new Refusal(EmployeeRefusals.FromAfterTo);

        clean = this with { Role = role };
        return null;
    }
}

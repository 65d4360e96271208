namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>What the address asks the list of employees to show. A wrong value is as good as none: links get old.</summary>
/// <param name="Q">A part of the name, the work key or the address.</param>
/// <param name="Role">A job role, whatever its case.</param>
/// <param name="On">The day; default: today.</param>
/// <param name="Show">One of <see cref="All"/>; default: who works on the day.</param>
public sealed record EmployeeFilter(string? Q, Guid? Area, Guid? Location, string? Role, string? On, string? Show)
{
    public const string Active = "active";

    /// <summary>Began at the place within <see cref="Window"/> days up to the day.</summary>
    public const string Came = "came";

    /// <summary>Ended at the place within as many days before it.</summary>
    public const string Left = "left";

    /// <summary>Begins at the place within as many days after it.</summary>
    public const string Coming = "coming";

    public const string Everybody = "all";

    /// <summary>Days.</summary>
    public const int Window = 31;

    public static IReadOnlyList<string> All { get; } = [Active, Came, Left, Coming, Everybody];

    public bool IsNone => string.IsNullOrWhiteSpace(Q) && Area is null && Location is null && string.IsNullOrEmpty(Role) && Day is null && Shown == Active;

    public string Shown => Show is not null && All.Contains(Show) ? Show : Active;

    public DateOnly? Day => EmployeeDays.Read(On);

    public bool Holds(StaffedLocation location) => (Area is null || location.AreaId == Area) && (Location is null || location.LocationId == Location);

    /// <summary>Over <c>p</c>, with the day as the given parameter.</summary>
    public string Condition(string day) => Shown switch
    {
        Came => $"p.from_day <= {day} and p.from_day > {day} - {Window}",
        Left => $"p.to_day < {day} and p.to_day >= {day} - {Window}",
        Coming => $"p.from_day > {day} and p.from_day <= {day} + {Window}",
        Everybody => $"{day} is not null",
        _ => $"p.from_day <= {day} and (p.to_day is null or p.to_day >= {day})",
    };
}

/// <summary>Days that an address brings.</summary>
public static class EmployeeDays
{
    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
        && Domain.Calendar.Days.Hold(day) ? day : null;
}

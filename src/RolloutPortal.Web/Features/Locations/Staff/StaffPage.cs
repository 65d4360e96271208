using RolloutPortal.Web.Features.Employees.Lists;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Locations.Staff;

/// <summary>People at a location today, counted: for everybody who sees it.</summary>
/// <param name="Total">Different people.</param>
/// <param name="Roles">The largest first; whoever has two roles counts in both.</param>
public sealed record LocationPeople(int Total, IReadOnlyList<(string Role, int People)> Roles);

/// <summary>Who works at a location today, by name: for those who may see names there.</summary>
/// <param name="All">How many there are, whatever is searched for.</param>
/// <param name="Found">A page of those that are searched for.</param>
public sealed record StaffPage(Guid LocationId, string Name, int All, EmployeeList Found, string Topics)
{
    public string Address => PathOf(LocationId);

    /// <summary>More than a page is searched rather than read.</summary>
    public bool IsLong => All > ListRequest.PageSize;

    /// <summary>Other days, moves and filters.</summary>
    public string More => $"{Found.Path}?location={LocationId}";

    public static string PathOf(Guid locationId) => $"/locations/{locationId}/employees";
}

using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>A programme's employees as one viewer sees them.</summary>
/// <param name="Day">The day asked for, else today.</param>
/// <param name="Items">Of this page.</param>
/// <param name="Total">Lines in all.</param>
/// <param name="People">How many different people they are.</param>
/// <param name="Locations">Those that the viewer sees names at.</param>
/// <param name="Roles">Job roles there.</param>
public sealed record EmployeeList(
    ProgrammeRow Programme, EmployeeFilter Filter, ListRequest List, DateOnly Day, DateOnly Today, IReadOnlyList<EmployeeListItem> Items, int Total, int People,
    IReadOnlyList<StaffedLocation> Locations, IReadOnlyList<string> Roles, string Topics, bool MayChange, bool MayErase, bool IsEmpty)
{
    public string Path => $"/programmes/{Programme.ProgrammeId}/employees";

    public string Address => List.Address.ToString();

    public Pager Pager => new(List, Total);

    public IEnumerable<(Guid Id, string Name)> Areas =>
        Locations.Select(location => (location.AreaId, location.Area)).Distinct().OrderBy(area => area.Area, StringComparer.CurrentCulture);

    /// <summary>Of the chosen area; all without one.</summary>
    public IEnumerable<StaffedLocation> LocationChoices => Locations.Where(location =>
        (Filter.Area is null || location.AreaId == Filter.Area) && (location.IsOffered || location.LocationId == Filter.Location));

    public StaffedLocation? Place(Guid locationId) => Locations.FirstOrDefault(location => location.LocationId == locationId);
}

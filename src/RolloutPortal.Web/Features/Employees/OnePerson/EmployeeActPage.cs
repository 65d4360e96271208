using Microsoft.AspNetCore.Mvc.Rendering;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Employees.Lists;
using RolloutPortal.Web.Features.Programmes;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>The form of one act on a person, with what it may choose from.</summary>
/// <param name="Person">Null: somebody new.</param>
/// <param name="Period">The one that the act is about, with its place; null: none.</param>
/// <param name="IsStale">Somebody else changed the person since the user looked; then the form was not saved, and <paramref name="Person"/> is as it is now.</param>
public sealed record EmployeeActPage(
    EmployeeAct Act, ProgrammeRow Programme, EmployeeForm Form, EmployeePage? Person, PersonPeriod? Period, IReadOnlyList<StaffedLocation> Locations,
    IReadOnlyList<string> Roles, bool IsStale = false)
{
    public string Address => Person is null ? $"/programmes/{Programme.ProgrammeId}/employees" : $"{Person.Address}/{Act.Name}";

    public string Back => Person?.Address ?? Address;

    /// <summary>A planned one is taken back, another was a mistake.</summary>
    public string Key => Act.Name == "withdrawal" && Period is { } period && period.Period.From > Person!.Today ? "act.withdrawal.planned" : $"act.{Act.Name}";

    public IEnumerable<SelectListItem> LocationItems(string choose) => Locations
        .GroupBy(location => location.Area).OrderBy(area => area.Key, StringComparer.CurrentCulture)
        .SelectMany(area => area.Select(location => new SelectListItem($"{location.Name} ({location.Area})", location.LocationId.ToString()))).Prepend(new(choose, ""));

    public EmployeePeriod? Was => Period?.Period;
}

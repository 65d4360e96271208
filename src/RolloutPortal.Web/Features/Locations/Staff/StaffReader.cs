using System.Globalization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Employees.Lists;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Features.Locations.Staff;

/// <summary>Reads who works at a location today. Scoped.</summary>
public sealed class StaffReader(RolloutReader rollout, EmployeeReader employees, Workplaces workplaces, Viewer viewer)
{
    /// <param name="q">A part of a name, a work key or an address.</param>
    /// <returns>Null for whoever may not see names there.</returns>
    public async Task<StaffPage?> Page(Guid locationId, string? q, ListRequest list, CancellationToken ct)
    {
        if (!await viewer.May(Permission.SeeNames, locationId, ct) || await rollout.Location(locationId, ct) is not { } standing) return null;
        var there = await workplaces.Count([(locationId, standing.Day)], ct);
        var filter = new EmployeeFilter(q, Area: null, locationId, Role: null, standing.Day.ToString("O", CultureInfo.InvariantCulture), Show: null);
        var address = list.Address with { Path = StaffPage.PathOf(locationId) };
        var found = await employees.List(standing.Location.ProgrammeId, filter, list with { Address = address }, ct);
        return new StaffPage(locationId, standing.Location.Name, there.GetValueOrDefault(locationId), found, await rollout.TopicsOf(locationId, ct));
    }
}

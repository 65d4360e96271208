using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>Lists of a programme's people, for those who may see names; counts for everybody who sees the rollout.</summary>
[Authorize(Policies.SeeRollout)]
public sealed class EmployeesController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, EmployeeReader employees, EmployeeCounts counts, RolloutReader rollout,
    ProgrammeChoice programmes) : LiveController(viewer, fragments, views)
{
    [HttpGet("programmes/{programmeId:guid}/employees"), Authorize(Policies.SeeNames)]
    public async Task<IActionResult> List(Guid programmeId, [FromQuery] EmployeeFilter filter, CancellationToken ct) => await Board(
        "Employees", "_Employees", await rollout.TopicsOf(programmeId, ct), () => employees.List(programmeId, filter, ListRequest.Of(Request, "name"), ct));

    [HttpGet("programmes/{programmeId:guid}/employees/count")]
    public async Task<IActionResult> Count(Guid programmeId, [FromQuery] CountFilter filter, CancellationToken ct) => await Board(
        "EmployeeCounts", "_EmployeeCounts", await rollout.TopicsOf(programmeId, ct), () => counts.Page(programmeId, filter, ct));

    /// <summary>Of the programme that the viewer chose last, or has: names for those who may see them.</summary>
    [HttpGet("employees")]
    public async Task<IActionResult> Mine(CancellationToken ct) => Redirect(
        await programmes.Current(ct) is not { } current ? "/programmes"
        : await Viewer.May(Permission.SeeNames, ct) ? $"/programmes/{current.ProgrammeId}/employees"
        : $"/programmes/{current.ProgrammeId}/employees/count");
}

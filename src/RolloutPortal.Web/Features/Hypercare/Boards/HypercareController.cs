using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>Hypercare boards of programmes, areas, waves and locations, live.</summary>
[Authorize(Policies.SeeTickets)]
public sealed class HypercareController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, BoardReader reader, ProgrammeChoice programmes)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("programmes/{programmeId:guid}/hypercare")]
    public Task<IActionResult> Programme(Guid programmeId, string? by, string? wall, CancellationToken ct) => Show(BoardKind.Programme, programmeId, by, wall, ct);

    [HttpGet("areas/{areaId:guid}/hypercare")]
    public Task<IActionResult> Area(Guid areaId, string? wall, CancellationToken ct) => Show(BoardKind.Area, areaId, by: null, wall, ct);

    [HttpGet("waves/{waveId:guid}/hypercare")]
    public Task<IActionResult> Wave(Guid waveId, string? wall, CancellationToken ct) => Show(BoardKind.Wave, waveId, by: null, wall, ct);

    [HttpGet("locations/{locationId:guid}/hypercare")]
    public Task<IActionResult> Location(Guid locationId, string? wall, CancellationToken ct) => Show(BoardKind.Location, locationId, by: null, wall, ct);

    /// <summary>A leader's own area, a superuser's own location, else the programme.</summary>
    [HttpGet("hypercare")]
    public async Task<IActionResult> Mine(CancellationToken ct)
    {
        var rights = (await Viewer.SignedIn(ct)).Rights;
        return rights.For(Permission.SeeTickets).ToList() switch
        {
            [{ ScopeKind: ScopeKind.Area, ScopeId: { } area }] => Redirect($"/areas/{area}/hypercare"),
            [{ ScopeKind: ScopeKind.Location, ScopeId: { } location }] => Redirect($"/locations/{location}/hypercare"),
            _ => await Whole(ct),
        };
    }

    private async Task<IActionResult> Whole(CancellationToken ct) =>
        await programmes.Current(ct) is { } programme ? Redirect($"/programmes/{programme.ProgrammeId}/hypercare") : View("NoTickets");

    private async Task<IActionResult> Show(BoardKind kind, Guid id, string? by, string? wall, CancellationToken ct) => await Board(
        "Board", "_Board", await reader.TopicsOf(id, ct),
        () => reader.Board(kind, id, by, Request.Path + Request.QueryString, isWall: wall is "1", ct));
}

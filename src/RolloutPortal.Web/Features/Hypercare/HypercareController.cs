using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Hypercare;

/// <summary>Hypercare boards of programmes, areas, waves and locations, live.</summary>
[Authorize(Policies.SeeTickets)]
public sealed class HypercareController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, BoardReader reader, ProgrammeChoice programmes, Places places)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("programmes/{programmeId:guid}/hypercare")]
    public Task<IActionResult> Programme(Guid programmeId, string? by, bool wall, CancellationToken ct) => Show(BoardKind.Programme, programmeId, by, wall, ct);

    [HttpGet("areas/{areaId:guid}/hypercare")]
    public Task<IActionResult> Area(Guid areaId, bool wall, CancellationToken ct) => Show(BoardKind.Area, areaId, by: null, wall, ct);

    [HttpGet("waves/{waveId:guid}/hypercare")]
    public Task<IActionResult> Wave(Guid waveId, bool wall, CancellationToken ct) => Show(BoardKind.Wave, waveId, by: null, wall, ct);

    [HttpGet("locations/{locationId:guid}/hypercare")]
    public Task<IActionResult> Location(Guid locationId, bool wall, CancellationToken ct) => Show(BoardKind.Location, locationId, by: null, wall, ct);

    /// <summary>A leader's own area, a superuser's own location, else the programme.</summary>
    [HttpGet("hypercare")]
    public async Task<IActionResult> Mine(CancellationToken ct)
    {
        var rights = (await Viewer.SignedIn(ct)).Rights;
        if (rights.For(Permission.SeeTickets).ToList() is [{ ScopeKind: ScopeKind.Area or ScopeKind.Location, ScopeId: { } own }]) return await Any(own, ct);
        return await programmes.Current(ct) is { } programme ? Redirect($"/programmes/{programme.ProgrammeId}/hypercare") : View("NoTickets");
    }

    /// <summary>The board of whatever has this id; who may not see it is told there.</summary>
    [HttpGet("hypercare/{placeId:guid}")]
    public async Task<IActionResult> Any(Guid placeId, CancellationToken ct)
    {
        if (await places.Under(placeId, ct) is not { } found) return NotFound();
        var kind = found.Whole.LocationId == placeId ? BoardKind.Location
            : found.Whole.AreaId == placeId ? BoardKind.Area
            : found.Whole.ProgrammeId == placeId ? BoardKind.Programme
            : BoardKind.Wave;
        return Redirect($"/{kind.ToString().ToLowerInvariant()}s/{placeId}/hypercare");
    }

    private async Task<IActionResult> Show(BoardKind kind, Guid id, string? by, bool wall, CancellationToken ct) => await Board(
        "Board", "_Board", await reader.TopicsOf(id, ct),
        () => reader.Board(kind, id, by, Request.Path + Request.QueryString, wall, ct));
}

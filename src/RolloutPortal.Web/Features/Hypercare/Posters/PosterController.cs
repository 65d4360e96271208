using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Posters;

/// <summary>Posters for one location, or for all of an area or a wave, as far as the viewer may log tickets there.</summary>
public sealed class PosterController(ReadTables read, LocationDays days, Parts parts, Clock clock, Viewer viewer) : PortalController
{
    [HttpGet("locations/{locationId:guid}/poster"), Authorize(Policies.LogTickets)]
    public async Task<IActionResult> One(Guid locationId, CancellationToken ct) =>
        await days.Today(locationId, ct) is { } row ? await Posters(row.Name, $"/locations/{locationId}", [row], ct) : NotFound();

    /// <summary>Whoever sees a part of it gets the posters of that part.</summary>
    [HttpGet("areas/{areaId:guid}/posters"), Authorize(Policies.SeeTickets)]
    public async Task<IActionResult> OfArea(Guid areaId, CancellationToken ct) => await parts.Find(PartKind.Area, areaId, ct) is { } area
        ? await Posters(area.Days.On(await Today(area.ProgrammeId, ct)), $"/areas/{areaId}/hypercare", [.. (await days.OfProgramme(area.ProgrammeId, ct)).Where(row => row.AreaId == areaId)], ct)
        : NotFound();

    /// <inheritdoc cref="OfArea"/>
    [HttpGet("waves/{waveId:guid}/posters"), Authorize(Policies.SeeTickets)]
    public async Task<IActionResult> OfWave(Guid waveId, CancellationToken ct) => await read.Get<WaveRow>(waveId, ct) is { } wave
        ? await Posters(wave.Name, $"/waves/{waveId}", [.. (await days.OfProgramme(wave.ProgrammeId, ct)).Where(row => row.WaveId == waveId)], ct)
        : NotFound();

    private async Task<DateOnly> Today(Guid programmeId, CancellationToken ct) => clock.Today((await read.Get<ProgrammeRow>(programmeId, ct))!.TimeZone);

    private async Task<IActionResult> Posters(string title, string back, IReadOnlyList<LocationDay> rows, CancellationToken ct)
    {
        if (!await viewer.May(Permission.LogTickets, ct)) return Forbid();
        if (Request.Portal() is not { } portal) return View("Posters", new PosterPage(title, back, []));
        var mine = await viewer.Locations(Permission.LogTickets, ct);
        var programmes = (await read.All<ProgrammeRow>(ct)).ToDictionary(programme => programme.ProgrammeId, programme => programme.Name);
        var posters = rows.Where(row => days.IsThere(row) && mine?.Contains(row.LocationId) != false).ByName(row => row.Name).Select(row => new Poster(
            row.Name, row.Code, row.Area, programmes.GetValueOrDefault(row.ProgrammeId) ?? "",
            $"{portal}/locations/{row.LocationId}/tickets/new"));
        return View("Posters", new PosterPage(title, back, [.. posters]));
    }
}

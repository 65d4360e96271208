using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Platform.Health;

/// <summary>For the machines that watch this one.</summary>
[Route("health"), Authorize(Policies.Anyone)]
public sealed class HealthController(Readiness readiness) : ControllerBase
{
    /// <summary>The process answers. Nothing else is asked: restarting it would not mend the database.</summary>
    [HttpGet("live"), HttpHead("live")]
    public IActionResult Live()
    {
        Response.Headers.CacheControl = "no-store";
        return new JsonResult(new { status = "live", version = PortalVersion.Written });
    }

    [HttpGet("ready"), HttpHead("ready")]
    public async Task<IActionResult> Ready(CancellationToken ct)
    {
        var report = await readiness.Look(ct);
        Response.Headers.CacheControl = "no-store";
        return new JsonResult(report) { StatusCode = report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable };
    }
}

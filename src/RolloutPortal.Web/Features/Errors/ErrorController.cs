using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Errors;

/// <summary>The pages of errors by themselves: for a proxy that answers in the portal's place, and for whoever translates them.</summary>
/// <remarks>As pages that there are, with 200: a proxy puts its own status on what it fetches here (nginx does so by itself), may
/// take any other for one more failure, and whoever opens one by hand raises no alarm.</remarks>
[Route("error"), Authorize(Policies.Anyone)]
public sealed class ErrorController : PortalController
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 429, 500, 503];

    [HttpGet("{code:int}")]
    public IActionResult Show(int code) => Known.Contains(code) ? Page(Fault.OfStatus(code)) : NotFound();

    /// <summary>What a browser without a connection shows.</summary>
    [HttpGet("offline")]
    public IActionResult Offline() => Page(new Fault(StatusCodes.Status200OK, "offline"));

    private ViewResult Page(Fault fault) => View("Error", new ErrorPage(fault, Address: "/", Trace: null, Progress: []));
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Errors;

/// <summary>The pages of errors by themselves: for a proxy that answers in the portal's place, and for whoever translates them.</summary>
[Route("error"), Authorize(Policies.Anyone)]
public sealed class ErrorController : PortalController
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 429, 500, 503];

    [HttpGet("{code:int}")]
    public IActionResult Show(int code) => Answer(Known.Contains(code) ? Fault.OfStatus(code) : Fault.OfStatus(StatusCodes.Status404NotFound));

    /// <summary>What a browser without a connection shows.</summary>
    [HttpGet("offline")]
    public IActionResult Offline() => Answer(new Fault(StatusCodes.Status200OK, "offline"));

    private ViewResult Answer(Fault fault)
    {
        Response.StatusCode = fault.Status;
        return View("Error", new ErrorPage(fault, Address: "/", Trace: null, Progress: []));
    }
}

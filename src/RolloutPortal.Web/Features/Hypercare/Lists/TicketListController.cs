using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Web.Features.Hypercare.Filters;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>The list of a programme's tickets, live.</summary>
[Authorize(Policies.SeeTickets)]
public sealed class TicketListController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, TicketListReader reader, SavedFilters kept, ProgrammeChoice programmes)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("programmes/{programmeId:guid}/tickets")]
    public async Task<IActionResult> Index(Guid programmeId, [FromQuery] TicketFilter filter, CancellationToken ct)
    {
        // A link with a day that is none shows the rest of what it asks for.
        ModelState.Clear();
        var list = ListRequest.Of(Request, filter.DefaultSort);
        // What people keep for themselves stands on the page, not in the region that all with the same rights share.
        if (!Request.WantsPartial()) return Page("Tickets", "_Tickets", await reader.Page(programmeId, filter, list, ct) with { Kept = await kept.Offered(programmeId, ct) });
        return filter.IsPersonal
            ? Page("Tickets", "_Tickets", await reader.Page(programmeId, filter, list, ct))
            : await Board("Tickets", "_Tickets", await reader.TopicsOf(programmeId, ct), () => reader.Page(programmeId, filter, list, ct));
    }

    /// <summary>Of the programme that the viewer works in; filters come along. Without any: the viewer's default, else the open ones.</summary>
    [HttpGet("tickets")]
    public async Task<IActionResult> Mine(CancellationToken ct)
    {
        if (await programmes.Current(ct) is not { } programme) return View("NoTickets");
        if (!Request.QueryString.HasValue && await kept.Default(programme.ProgrammeId, ct) is { } mine) return Redirect(mine.List);
        var query = Request.QueryString.HasValue ? Request.QueryString : QueryString.Create("status", TicketFilter.Open);
        return Redirect($"/programmes/{programme.ProgrammeId}/tickets{query}");
    }
}

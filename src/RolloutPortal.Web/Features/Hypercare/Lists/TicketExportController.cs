using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Export;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>The list of tickets to take along.</summary>
[Authorize(Policies.SeeTickets), LogReading]
public sealed class TicketExportController(TicketFiles files) : PortalController
{
    [HttpGet("programmes/{programmeId:guid}/tickets/export/csv")]
    public Task<IActionResult> Csv(Guid programmeId, [FromQuery] TicketFilter filter, CancellationToken ct) => Download(programmeId, filter, ExportFormat.Csv, ct);

    [HttpGet("programmes/{programmeId:guid}/tickets/export/xlsx")]
    public Task<IActionResult> Xlsx(Guid programmeId, [FromQuery] TicketFilter filter, CancellationToken ct) => Download(programmeId, filter, ExportFormat.Xlsx, ct);

    private async Task<IActionResult> Download(Guid programmeId, TicketFilter filter, ExportFormat format, CancellationToken ct) =>
        await files.Of(programmeId, filter, ListRequest.Of(Request, filter.DefaultSort), format, ct);
}

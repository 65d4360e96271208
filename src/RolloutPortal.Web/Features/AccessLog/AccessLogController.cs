using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Features.AccessLog.Words;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Export;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.AccessLog;

/// <summary>The access log: for administrators of the whole portal, as a list and as a file. Reading it is written in it.</summary>
[Route("access-log"), Authorize(Policies.Administer), LogReading]
public sealed class AccessLogController(AccessLogReader reader, Viewer viewer, AccessWords words, IStringLocalizer<AccessLogTexts> texts) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery] AccessLogFilter filter, CancellationToken ct)
    {
        // A link with a day that is none shows the rest of what it asks for.
        ModelState.Clear();
        if (!await MayRead(ct)) return Forbid();
        return Page("AccessLog", "_AccessLog", await reader.Page(filter, ListRequest.Of(Request, "-at"), ct));
    }

    [HttpGet("export.{format}")]
    public async Task<IActionResult> Export(string format, [FromQuery] AccessLogFilter filter, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await MayRead(ct)) return Forbid();
        if (!Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var known) || !format.All(char.IsAsciiLetter)) return NotFound();
        return new TableFile<AccessLogLine>(known, texts["title"], Columns(), reader.All(filter, ct));
    }

    private async Task<bool> MayRead(CancellationToken ct) => (await viewer.SignedIn(ct)).Rights.AdministersAll;

    private List<ExportColumn<AccessLogLine>> Columns() =>
    [
        new(texts["id"], line => line.Row.Id),
        new(texts["at.utc"], line => line.Entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture)),
        new(texts["at"], line => Zones.ToLocal(line.Entry.At, null).DateTime),
        new(texts["account"], line => line.Entry.Account?.ToString(), 36),
        new(texts["who"], line => line.Who ?? (line.Entry.IsTyped ? texts["who.verb"].Value : null)),
        new(texts["kind"], line => texts[$"kind.{line.Entry.Kind}"].Value),
        new(texts["action"], line => words.Of(line.Entry), 40),
        new(texts["about"], line => line.Entry.About?.ToString(), 36),
        new(texts["address"], line => line.Entry.Address),
        new(texts["outcome"], line => words.Result(line.Entry), 30),
        new(texts["route"], line => line.Entry.Action, 40),
        new(texts["permission"], line => line.Entry.Permission),
        new(texts["status"], line => line.Entry.Status),
        new(texts["outcome.key"], line => line.Entry.Outcome),
    ];
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Deleting the reason of a change for good: a name or a number that should not stand there (decisions.md 1).</summary>
[Route("waves/{waveId:guid}/texts/{textId:guid}/redaction"), Authorize(Policies.SeeTickets)]
public sealed class WaveTextsController(Ledger ledger, Texts texts, Viewer viewer) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Confirm(Guid waveId, Guid textId, CancellationToken ct)
    {
        if (!await May(viewer, waveId, ct)) return Forbid();
        return (await texts.Of(waveId, [textId], ct)).TryGetValue(textId, out var words)
            ? View("Redaction", new RedactionPage(AddressOf(waveId, textId), $"/waves/{waveId}", words)) : NotFound();
    }

    [HttpPost]
    public async Task<IActionResult> Delete(Guid waveId, Guid textId, CancellationToken ct)
    {
        if (!await May(viewer, waveId, ct)) return Forbid();
        var refusal = await ledger.Decide<Wave, WaveEvent>(waveId, wave => wave.Redact(textId), new Together { RedactedTexts = [textId] }, ct);
        return refusal is null ? SeeOther($"/waves/{waveId}") : NotFound();
    }

    public static string AddressOf(Guid waveId, Guid textId) => $"/waves/{waveId}/texts/{textId}/redaction";

    /// <summary>Support, and whoever administers there: as on tickets.</summary>
    public static async Task<bool> May(Viewer viewer, Guid waveId, CancellationToken ct) =>
        await viewer.May(Permission.CorrectTickets, waveId, ct) || await viewer.May(Permission.Administer, waveId, ct);
}

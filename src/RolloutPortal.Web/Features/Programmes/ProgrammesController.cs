using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>Programmes: those one sees, a new one, and what one is called.</summary>
public sealed class ProgrammesController(
    Ledger ledger, ReadTables read, ProgrammeChoice programmes, Viewer viewer, IStringLocalizer<ProgrammeTexts> words) : PortalController
{
    [HttpGet("programmes"), Authorize(Policies.SeeRollout)]
    public async Task<IActionResult> List(CancellationToken ct) =>
        View("Programmes", new ProgrammeList(await programmes.Mine(ct), await MayFound(ct)));

    [HttpGet("programmes/new"), Authorize(Policies.Administer)]
    public async Task<IActionResult> New(CancellationToken ct) =>
        await MayFound(ct) ? View("NewProgramme", NewProgrammeForm.Empty) : Forbid();

    [HttpPost("programmes"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Found(NewProgrammeForm form, CancellationToken ct)
    {
        if (!await MayFound(ct)) return Forbid();
        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(form.ProgrammeId, programme => programme.Found(form.Command), ct: ct);
        return refusal is null
            ? SeeOther($"/programmes/{form.ProgrammeId}/areas")
            : Unprocessable("_NewProgramme", form, refusal, ProgrammeFields.Of(refusal));
    }

    [HttpGet("programmes/{programmeId:guid}/settings"), Authorize(Policies.Plan)]
    public async Task<IActionResult> Settings(Guid programmeId, CancellationToken ct) =>
        await read.Get<ProgrammeRow>(programmeId, ct) is { } row
            ? View("ProgrammeSettings", ProgrammeSettingsForm.Of(row, (await ledger.Load<Programme, ProgrammeEvent>(programmeId, ct)).State))
            : NotFound();

    [HttpPost("programmes/{programmeId:guid}/settings"), Authorize(Policies.Plan)]
    public async Task<IActionResult> Settle(Guid programmeId, ProgrammeSettingsForm form, CancellationToken ct)
    {
        form = form with { ProgrammeId = programmeId };
        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(programmeId, form.Decide, ct: ct);
        if (refusal?.Key == CommonRefusals.Stale) return await Changed(form, ct);
        return refusal is null
            ? SeeOther($"/programmes/{programmeId}/rollout")
            : Unprocessable("_ProgrammeSettings", form, refusal, ProgrammeFields.Of(refusal));
    }

    private async Task<IActionResult> Changed(ProgrammeSettingsForm form, CancellationToken ct)
    {
        var row = (await read.Get<ProgrammeRow>(form.ProgrammeId, ct))!;
        var now = ProgrammeSettingsForm.Of(row, (await ledger.Load<Programme, ProgrammeEvent>(form.ProgrammeId, ct)).State);
        var said = words["settings.now", now.Name!, PortalLanguages.CultureOf(now.Language).Parent.NativeName, now.Country!, now.TimeZone!, now.Currency!];
        return Stale("_ProgrammeSettings", form with { Seen = now.Seen, Now = said }, new Refusal(CommonRefusals.Stale));
    }

    /// <summary>A programme belongs to the whole portal until it has a scope of its own.</summary>
    private async Task<bool> MayFound(CancellationToken ct) => (await viewer.SignedIn(ct)).Rights.AdministersAll;
}

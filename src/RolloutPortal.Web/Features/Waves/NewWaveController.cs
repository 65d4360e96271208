using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Makes a wave.</summary>
[Authorize(Policies.Plan)]
public sealed class NewWaveController(Ledger ledger, ReadTables read, IStringLocalizer<WaveTexts> words) : PortalController
{
    [HttpGet("programmes/{programmeId:guid}/waves/new")]
    public async Task<IActionResult> New(Guid programmeId, CancellationToken ct)
    {
        var last = (await read.Where<WaveRow>("programme_id = $1 order by number desc limit 1", ct, programmeId)).FirstOrDefault();
        var number = last is null ? 1 : Math.Min(last.Number + 1, Wave.HighestNumber);
        var form = new NewWaveForm(Guid.CreateVersion7(), words["new.name", number], number, Early: false, Day: null, NewWaveForm.UsualHypercareWeeks);
        return View("NewWave", await Page(programmeId, form, ct));
    }

    [HttpPost("programmes/{programmeId:guid}/waves")]
    public async Task<IActionResult> Create(Guid programmeId, [Bind(Prefix = "Form")] NewWaveForm form, CancellationToken ct)
    {
        ModelState.Demand("Form.Number", form.Number is not null, words["message.number"]);
        ModelState.Readable("Form.Day", words["message.day"]);
        ModelState.Readable("Form.Weeks", words["message.weeks"]);
        if (!ModelState.IsValid) return Unprocessable("_NewWave", await Page(programmeId, form, ct));

        var refusal = await ledger.Decide<Wave, WaveEvent>(form.WaveId, wave => form.Decide(wave, programmeId), ct: ct);
        return refusal is null
            ? SeeOther($"/waves/{form.WaveId}")
            : Unprocessable("_NewWave", await Page(programmeId, form, ct), refusal, NewWaveForm.FieldOf(refusal));
    }

    private async Task<NewWavePage> Page(Guid programmeId, NewWaveForm form, CancellationToken ct) =>
        new((await read.Get<ProgrammeRow>(programmeId, ct))!, form);
}

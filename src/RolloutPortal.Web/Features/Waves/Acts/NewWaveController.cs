using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>Makes a wave.</summary>
[Authorize(Policies.Plan)]
public sealed class NewWaveController(
    Ledger ledger, ReadTables read, WaveRegister register, Clock clock, IStringLocalizer<WaveTexts> words) : PortalController
{
    [HttpGet("programmes/{programmeId:guid}/waves/new")]
    public async Task<IActionResult> New(Guid programmeId, CancellationToken ct)
    {
        var last = (await read.Where<WaveRow>("programme_id = $1 order by number desc limit 1", ct, programmeId)).FirstOrDefault();
        var number = last is null ? 1 : Math.Min(last.Number + 1, Wave.HighestNumber);
        var form = new NewWaveForm(
            Guid.CreateVersion7(), words["new.name", number], number, Early: false, Day: null, Wave.UsualHypercareWeeks, Confirmed: null);
        return View("NewWave", await Page(programmeId, form, ct));
    }

    [HttpPost("programmes/{programmeId:guid}/waves")]
    public async Task<IActionResult> Create(Guid programmeId, [Bind(Prefix = "Form")] NewWaveForm form, CancellationToken ct)
    {
        var page = await Page(programmeId, form, ct);
        if (!await IsFilledIn(page, ct)) return Unprocessable("_NewWave", page);
        if (form.Day is { } day && form.Confirmed != day && PlanDoubts.Of(day, clock.Today(page.Programme.TimeZone)) is { } doubt)
            return Unprocessable("_NewWave", page with { Doubt = doubt });

        var with = new Together
        {
            Claims = [WaveRegister.Number(programmeId, form.WaveId, form.Number!.Value), WaveRegister.Name(programmeId, form.WaveId, form.Name)],
        };
        var refusal = await ledger.Decide<Wave, WaveEvent>(form.WaveId, wave => form.Decide(wave, programmeId), with, ct);
        return refusal is null
            ? SeeOther($"/waves/{form.WaveId}")
            : Unprocessable("_NewWave", page, refusal, NewWaveForm.FieldOf(refusal));
    }

    private async Task<bool> IsFilledIn(NewWavePage page, CancellationToken ct)
    {
        ModelState.Demand("Form.Number", page.Form.Number is not null, words["message.number"]);
        ModelState.ReadableDay("Form.Day", words["message.day"], words["message.day.none"]);
        ModelState.Readable("Form.Weeks", words["message.weeks"]);
        foreach (var refusal in page.Form.Refusals().Concat(
            await register.Taken(page.Programme.ProgrammeId, page.Form.WaveId, page.Form.Number, page.Form.Name, ct)))
            Refuse(refusal, NewWaveForm.FieldOf(refusal));
        return ModelState.IsValid;
    }

    private async Task<NewWavePage> Page(Guid programmeId, NewWaveForm form, CancellationToken ct) =>
        new((await read.Get<ProgrammeRow>(programmeId, ct))!, form);
}

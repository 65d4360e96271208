using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>Adds and renames a programme's areas, modules and providers.</summary>
[Authorize(Policies.Plan)]
public sealed class NamesController(Ledger ledger, ReadTables read) : PortalController
{
    [HttpGet("programmes/{programmeId:guid}/areas")]
    public async Task<IActionResult> List(Guid programmeId, CancellationToken ct) => View("Names", await Page(programmeId, ct));

    [HttpPost("programmes/{programmeId:guid}/" + NameKind.Route)]
    public async Task<IActionResult> Add(Guid programmeId, string kind, NameForm form, CancellationToken ct)
    {
        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(
            programmeId, programme => NameKind.Of(kind).Add(programme, form.Id, form.Name), ct: ct);
        return await Answer(programmeId, kind, "new", refusal, Guid.Empty, form, ct);
    }

    [HttpPost("programmes/{programmeId:guid}/" + NameKind.Route + "/{itemId:guid}/name")]
    public async Task<IActionResult> Rename(Guid programmeId, string kind, Guid itemId, NameForm form, CancellationToken ct)
    {
        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(
            programmeId, programme => NameKind.Of(kind).Overwrite(programme, itemId, form), ct: ct);
        return await Answer(programmeId, kind, itemId.ToString(), refusal, itemId, form, ct);
    }

    /// <param name="which">Of the list: the field that a refusal is about.</param>
    private async Task<IActionResult> Answer(
        Guid programmeId, string kind, string which, Refusal? refusal, Guid typedId, NameForm form, CancellationToken ct)
    {
        if (refusal is null) return SeeOther($"/programmes/{programmeId}/areas#{kind}");
        var answer = Unprocessable("_Names", await Page(programmeId, ct, typedId, form), refusal, $"{kind}-{which}");
        if (refusal.Key == NameKind.RenamedMeanwhile) Response.StatusCode = StatusCodes.Status409Conflict;
        return answer;
    }

    private async Task<NamesPage> Page(Guid programmeId, CancellationToken ct, Guid? typedId = null, NameForm? typed = null) => NamesPage.Of(
        (await read.Get<ProgrammeRow>(programmeId, ct))!, (await ledger.Load<Programme, ProgrammeEvent>(programmeId, ct)).State, typedId, typed);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
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
    public async Task<IActionResult> List(Guid programmeId, string? kind, string? done, CancellationToken ct) =>
        View("Names", await Page(programmeId, new NamesTold(kind, Done: NameKind.Receipt(kind, done)), ct));

    [HttpPost("programmes/{programmeId:guid}/" + NameKind.Route)]
    public async Task<IActionResult> Add(Guid programmeId, string kind, NameForm form, CancellationToken ct)
    {
        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(
            programmeId, programme => NameKind.Of(kind).Add(programme, form.Id, form.Name), ct: ct);
        return await Answer(programmeId, new NamesTold(kind, NameKind.Added, Guid.Empty, form), refusal, ct);
    }

    [HttpPost("programmes/{programmeId:guid}/" + NameKind.Route + "/{itemId:guid}/name")]
    public async Task<IActionResult> Rename(Guid programmeId, string kind, Guid itemId, NameForm form, CancellationToken ct)
    {
        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(
            programmeId, programme => NameKind.Of(kind).Overwrite(programme, itemId, form), ct: ct);
        return await Answer(programmeId, new NamesTold(kind, NameKind.Renamed, itemId, form), refusal, ct);
    }

    /// <summary>The lists anew, also after saving: the empty form has an id of its own then.</summary>
    private async Task<IActionResult> Answer(Guid programmeId, NamesTold told, Refusal? refusal, CancellationToken ct)
    {
        if (refusal is null)
        {
            var saved = await Page(programmeId, new NamesTold(told.Kind, NameKind.Receipt(told.Kind, told.Done)), ct);
            ModelState.Clear();
            return Fragment("_Names", saved, otherwise: $"/programmes/{programmeId}/areas?kind={told.Kind}&done={told.Done}");
        }

        var answer = Unprocessable("_Names", await Page(programmeId, told with { Done = null }, ct), refusal, told.FieldId);
        if (refusal.Key is NameRefusals.RenamedMeanwhile or CommonRefusals.IdTaken) Response.StatusCode = StatusCodes.Status409Conflict;
        return answer;
    }

    private async Task<NamesPage> Page(Guid programmeId, NamesTold told, CancellationToken ct) => NamesPage.Of(
        (await read.Get<ProgrammeRow>(programmeId, ct))!, (await ledger.Load<Programme, ProgrammeEvent>(programmeId, ct)).State, told);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Programmes.Naming;

/// <summary>Adds a programme's areas, modules and providers, and renames its modules: the others are renamed from a day, on their own pages.</summary>
[Authorize(Policies.Plan)]
public sealed class NamesController(Ledger ledger, ReadTables read, Clock clock) : PortalController
{
    [HttpGet("programmes/{programmeId:guid}/areas")]
    public async Task<IActionResult> List(Guid programmeId, string? kind, string? done, [FromQuery] NamesFilter filter, CancellationToken ct)
    {
        // A link with a day that is none shows today.
        ModelState.Clear();
        return View("Names", await Page(programmeId, new NamesTold(kind, Done: NameKind.Receipt(kind, done)), ct, filter));
    }

    [HttpPost("programmes/{programmeId:guid}/" + NameKind.Route)]
    public async Task<IActionResult> Add(Guid programmeId, string kind, NameForm form, CancellationToken ct)
    {
        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(
            programmeId, programme => NameKind.Of(kind).Add(programme, form.Id, form.Name), ct: ct);
        return await Answer(programmeId, new NamesTold(kind, NameKind.Added, Guid.Empty, form), refusal, ct);
    }

    [HttpPost("programmes/{programmeId:guid}/modules/{itemId:guid}/name")]
    public async Task<IActionResult> Rename(Guid programmeId, Guid itemId, NameForm form, CancellationToken ct)
    {
        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(
            programmeId, programme => NameKind.Overwrite(programme, itemId, form), ct: ct);
        return await Answer(programmeId, new NamesTold("modules", NameKind.Renamed, itemId, form), refusal, ct);
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

    private async Task<NamesPage> Page(Guid programmeId, NamesTold told, CancellationToken ct, NamesFilter? filter = null)
    {
        var row = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        return NamesPage.Of(row, (await ledger.Load<Programme, ProgrammeEvent>(programmeId, ct)).State, told, clock.Today(row.TimeZone), filter ?? new());
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Programmes.ByDays;

/// <summary>Renames and closes an area or a provider from a day, and takes back what was planned.</summary>
[Authorize(Policies.Plan)]
public sealed class PartActsController(PartReader reader, Ledger ledger, IStringLocalizer<PartTexts> words) : PortalController
{
    private const string Route = "{deed:regex(^(name|closing|withdrawal)$)}";

    [HttpGet("areas/{areaId:guid}/" + Route)]
    public Task<IActionResult> OfArea(Guid areaId, string deed, DateOnly? from, CancellationToken ct) => Form(PartKind.Area, areaId, deed, from, ct);

    [HttpGet("providers/{providerId:guid}/" + Route)]
    public Task<IActionResult> OfProvider(Guid providerId, string deed, DateOnly? from, CancellationToken ct) => Form(PartKind.Provider, providerId, deed, from, ct);

    [HttpPost("areas/{areaId:guid}/" + Route)]
    public Task<IActionResult> DecideOnArea(Guid areaId, string deed, [Bind(Prefix = "Form")] PartForm form, CancellationToken ct) => Decide(PartKind.Area, areaId, deed, form, ct);

    [HttpPost("providers/{providerId:guid}/" + Route)]
    public Task<IActionResult> DecideOnProvider(Guid providerId, string deed, [Bind(Prefix = "Form")] PartForm form, CancellationToken ct) => Decide(PartKind.Provider, providerId, deed, form, ct);

    /// <param name="from">Of a withdrawal: the name of which day, or none: the closing. Of a name: the one to put right.</param>
    private async Task<IActionResult> Form(PartKind kind, Guid id, string deed, DateOnly? from, CancellationToken ct)
    {
        ModelState.Clear();
        var page = await reader.Form(kind, id, deed, form: null, ct);
        var days = page.Part.Days;
        if (deed == "withdrawal")
        {
            page = page with { Form = page.Form with { From = from } };
            return (from is { } day ? days.Names.ChangesOn(day) : days.ClosedFrom is not null) ? View("PartAct", page) : Redirect(page.Back);
        }

        if (deed == "closing" && days.ClosedFrom is not null) return Redirect(page.Back);
        if (deed == "name" && from is { } period) page = page with { Form = page.Form with { Name = days.On(period), From = period == NameDays.Always ? null : period } };
        return View("PartAct", page);
    }

    private async Task<IActionResult> Decide(PartKind kind, Guid id, string deed, PartForm form, CancellationToken ct)
    {
        var page = await reader.Form(kind, id, deed, form, ct);
        if (!IsFilledIn(deed, form)) return Unprocessable("_PartAct", page);
        var known = (await ledger.Load<Programme, ProgrammeEvent>(page.Part.ProgrammeId, ct)).State;
        if (deed == "closing" && Say(known, page).Events.Count > 0)
        {
            if (await reader.StaysFrom(page.Part, form.From!.Value, ct) is { Count: > 0 } stays)
                return Unprocessable("_PartAct", page with { InTheWay = stays }, new Refusal(PartRefusals.InUse, stays.Count));
            if (form.Sure != form.Key)
            {
                ModelState.Remove("Form.Sure");
                return Unprocessable("_PartAct", page with { Effects = await reader.Effects(page, ct) });
            }
        }

        var refusal = await ledger.Decide<Programme, ProgrammeEvent>(page.Part.ProgrammeId, programme => Say(programme, page), ct: ct);
        if (refusal is null) return SeeOther(page.Back);
        if (refusal.Key != CommonRefusals.Stale) return Unprocessable("_PartAct", await Again(page, refusal, ct), refusal, FieldOf(refusal));
        ModelState.Remove("Form.Seen");
        return Stale("_PartAct", page with { Form = form with { Seen = PartForm.StampOf(page.Part.Days) } }, refusal);
    }

    /// <summary>A location may have come there just now.</summary>
    private async Task<PartActPage> Again(PartActPage page, Refusal refusal, CancellationToken ct) => refusal.Key == LocationRefusals.InClosedPart && page.Form.From is { } from
        ? page with { InTheWay = await reader.StaysFrom(page.Part, from, ct) }
        : page;

    /// <summary>What its user did not see is not written over; what is so already is no conflict.</summary>
    private static Decision<ProgrammeEvent> Say(Programme programme, PartActPage page)
    {
        var (kind, id, form) = (page.Part.Kind, page.Part.Id, page.Form);
        var decision = page.Act switch
        {
            "name" => programme.Rename(kind, id, form.Name, form.From),
            "closing" => programme.Close(kind, id, form.From!.Value),
            _ when form.From is { } day => programme.WithdrawName(kind, id, day),
            _ => programme.Reopen(kind, id),
        };
        return decision.Events.Count > 0 && programme.Parts(kind).Of(id) is { } days && PartForm.StampOf(days) != form.Seen ? new Refusal(CommonRefusals.Stale) : decision;
    }

    private bool IsFilledIn(string deed, PartForm form)
    {
        if (deed == "closing") ModelState.DemandDay("Form.From", form.From is not null, words["message.from"], words["message.from.none"]);
        return ModelState.IsValid;
    }

    private static string FieldOf(Refusal refusal) => refusal.Key switch
    {
        NameRefusals.Missing or NameRefusals.TooLong or NameRefusals.Unsuitable or ProgrammeRefusals.AreaNameTaken or ProgrammeRefusals.ProviderNameTaken => "Form.Name",
        PartRefusals.FromOutOfRange or PartRefusals.ChangesLater => "Form.From",
        _ => "",
    };
}

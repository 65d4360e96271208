using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Hypercare.Filters;

/// <summary>Filters that people keep for themselves, and that planners keep for everybody in the programme.</summary>
[Route("programmes/{programmeId:guid}/filters"), Authorize(Policies.SeeTickets)]
public sealed class SavedFilterController(
    SavedFilters filters, FilterContents contents, FilterPlaces places, Ledger ledger, ReadTables read, Viewer viewer, IStringLocalizer<SearchTexts> text) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Index(Guid programmeId, CancellationToken ct)
    {
        var (me, plans) = ((await viewer.SignedIn(ct)).Id, await viewer.May(Permission.Plan, programmeId, ct));
        var offered = await filters.Offered(programmeId, ct);
        var holds = await contents.Of(programmeId, offered.Select(filter => filter.Query), ct);
        return View("Filters", new SavedFiltersPage(
            (await read.Get<ProgrammeRow>(programmeId, ct))!, offered, filter => MayChange(filter, me, plans), filter => holds(filter.Query)));
    }

    /// <summary>What the list is filtered by now, to be given a name.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid programmeId, CancellationToken ct) => View("SaveFilter", await Page(
        programmeId, new SavedFilterForm(Guid.CreateVersion7(), Name: null, FilterQuery.Of(Request.QueryString.Value), Shared: false, Default: false), kept: null, ct));

    [HttpPost]
    public async Task<IActionResult> Create(Guid programmeId, SavedFilterForm form, CancellationToken ct)
    {
        var page = await Page(programmeId, form with { Query = FilterQuery.Of(form.Query) }, kept: null, ct);
        var offered = await filters.Offered(programmeId, ct);
        if (IsFaulty(page, offered)) return Unprocessable("_SaveFilter", page);
        var (me, name, shared) = ((await viewer.SignedIn(ct)).Id, form.CleanName!, form.Shared && page.MayShare);
        var row = filters.Insert(form.Id, programmeId, me, name, page.Form.Query!, shared);
        var refusal = await places.InOne(
            programmeId, me, form.Id, (kept, place) => Decide(
                form.Id, filter => filter.Save(form.Id, programmeId, me, shared, kept),
                new Together { SideWrites = [row], Claims = place, Demands = [SavedFilters.NameIsFree(form.Id, programmeId, me, name)] }, ct), ct);
        if (refusal is not null) return Unprocessable("_SaveFilter", page, refusal, FieldOf(refusal));
        var saved = (await filters.Find(programmeId, form.Id, ct))!;
        if (form.Default) await Choose(saved, chosen: true, ct);
        return SeeOther(saved.List);
    }

    [HttpGet("{filterId:guid}")]
    public async Task<IActionResult> Edit(Guid programmeId, Guid filterId, CancellationToken ct) => await Known(programmeId, filterId, ct) is (var kept, var edition)
        ? View("SaveFilter", await Page(programmeId, new SavedFilterForm(kept.Id, kept.Name, kept.Query, kept.IsShared, kept.IsDefault, edition), kept, ct))
        : NotFound();

    [HttpPost("{filterId:guid}")]
    public async Task<IActionResult> Change(Guid programmeId, Guid filterId, SavedFilterForm form, CancellationToken ct)
    {
        if (await Mine(programmeId, filterId, ct) is not { } kept) return NotFound();
        var page = await Page(programmeId, form with { Id = filterId, Query = kept.Query }, kept, ct);
        if (IsFaulty(page, await filters.Offered(programmeId, ct))) return Unprocessable("_SaveFilter", page);
        var (name, shared) = (form.CleanName!, page.MayShare ? form.Shared : kept.IsShared);
        var refusal = await Decide(
            filterId, filter => filter.Change(filterId, renamed: name != kept.Name, shared, form.Seen),
            new Together { SideWrites = SavedFilters.Update(kept, name, shared), Demands = [SavedFilters.NameIsFree(filterId, programmeId, kept.OwnerId, name)] }, ct);
        if (refusal is not null) return await Again(programmeId, page, refusal, ct);
        await Choose(kept, form.Default, ct);
        return SeeOther(page.All);
    }

    [HttpPost("{filterId:guid}/default")]
    public async Task<IActionResult> SetDefault(Guid programmeId, Guid filterId, bool chosen, CancellationToken ct)
    {
        if (await filters.Find(programmeId, filterId, ct) is not { } kept) return NotFound();
        return await Choose(kept, chosen, ct) is null ? SeeOther($"/programmes/{programmeId}/filters") : NotFound();
    }

    [HttpPost("{filterId:guid}/deletion")]
    public async Task<IActionResult> Delete(Guid programmeId, Guid filterId, CancellationToken ct)
    {
        if (await Mine(programmeId, filterId, ct) is not { } kept) return NotFound();
        var with = new Together { SideWrites = SavedFilters.Delete(filterId), Releases = await places.Of(kept, ct) };
        await Decide(filterId, filter => filter.Delete(filterId), with, ct);
        return SeeOther($"/programmes/{programmeId}/filters");
    }

    private Task<Domain.Refusal?> Decide(Guid id, Func<SavedFilter, Domain.Decision<SavedFilterEvent>> decide, Together with, CancellationToken ct) =>
        ledger.Decide(id, decide, with, ct);

    private async Task<Domain.Refusal?> Choose(SavedFilterLine filter, bool chosen, CancellationToken ct)
    {
        var me = (await viewer.SignedIn(ct)).Id;
        return await Decide(filter.Id, kept => kept.MakeDefault(filter.Id, me, chosen), new Together { SideWrites = [SavedFilters.SetDefault(me, filter, chosen)] }, ct);
    }

    /// <summary>Deleted meanwhile it is gone; renamed or shared otherwise, what was typed stands beside what it is now.</summary>
    private async Task<IActionResult> Again(Guid programmeId, SavedFilterPage page, Domain.Refusal refusal, CancellationToken ct)
    {
        if (await Known(programmeId, page.Form.Id, ct) is not (var kept, var edition)) return NotFound();
        return refusal.Key == Domain.CommonRefusals.Stale
            ? Stale("_SaveFilter", page with { Form = page.Form with { Seen = edition }, Kept = kept, IsStale = true }, refusal)
            : Unprocessable("_SaveFilter", page, refusal, FieldOf(refusal));
    }

    private static string FieldOf(Domain.Refusal refusal) => refusal.Key == SavedFilterRefusals.NameTaken ? "Form.Name" : "";

    /// <summary>With its edition, read first: a row read later is never older than what a form will carry.</summary>
    private async Task<(SavedFilterLine Kept, int Edition)?> Known(Guid programmeId, Guid filterId, CancellationToken ct)
    {
        if (await Mine(programmeId, filterId, ct) is null) return null;
        var edition = (await ledger.Load<SavedFilter, SavedFilterEvent>(filterId, ct)).State.Edition;
        return await Mine(programmeId, filterId, ct) is { } kept ? (kept, edition) : null;
    }

    /// <summary>One that the viewer may change: their own, or a shared one of a programme that they plan.</summary>
    private async Task<SavedFilterLine?> Mine(Guid programmeId, Guid filterId, CancellationToken ct) =>
        await filters.Find(programmeId, filterId, ct) is { } kept
        && MayChange(kept, (await viewer.SignedIn(ct)).Id, await viewer.May(Permission.Plan, programmeId, ct)) ? kept : null;

    private static bool MayChange(SavedFilterLine filter, Guid me, bool plans) => filter.OwnerId == me || (filter.IsShared && plans);

    private async Task<SavedFilterPage> Page(Guid programmeId, SavedFilterForm form, SavedFilterLine? kept, CancellationToken ct) =>
        new((await read.Get<ProgrammeRow>(programmeId, ct))!, form, kept, await viewer.May(Permission.Plan, programmeId, ct), await contents.Of(programmeId, form.Query ?? "", ct));

    private bool IsFaulty(SavedFilterPage page, List<SavedFilterLine> offered)
    {
        ModelState.Clear();
        ModelState.Demand("Form.Name", page.Form.CleanName is not null, text["filter.name.missing", SavedFilterForm.LongestName]);
        if (offered.Any(other => other.Id != page.Form.Id && other.Name.Equals(page.Form.CleanName, StringComparison.OrdinalIgnoreCase)))
            Refuse(new Domain.Refusal(SavedFilterRefusals.NameTaken, page.Form.CleanName!), "Form.Name");
        return !ModelState.IsValid;
    }
}

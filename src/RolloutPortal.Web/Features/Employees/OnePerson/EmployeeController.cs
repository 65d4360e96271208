using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Employees.Lists;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>One person, and what may be changed about them by hand.</summary>
[Authorize(Policies.SeeNames)]
public sealed class EmployeeController(
    EmployeePageReader people, EmployeeReader lists, EmployeeDesk desk, ReadTables read, Clock clock, ProgrammeChoice programmes,
    IStringLocalizer<EmployeeTexts> words) : PortalController
{
    [HttpGet("employees/{employeeId:guid}")]
    public async Task<IActionResult> Show(Guid employeeId, CancellationToken ct) =>
        await people.Page(employeeId, ct) is { } page ? View("Employee", page) : NotFound();

    [HttpGet("programmes/{programmeId:guid}/employees/new"), Authorize(Policies.Import)]
    public async Task<IActionResult> New(Guid programmeId, Guid? location, CancellationToken ct)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var form = new EmployeeForm(Guid.CreateVersion7(), 0, null, Guid.CreateVersion7(), null, null, null, location, null, clock.Today(programme.TimeZone), null);
        return View("EmployeeAct", await Page(EmployeeAct.Adding, programme, form, person: null, ct));
    }

    [HttpPost("programmes/{programmeId:guid}/employees"), Authorize(Policies.Import)]
    public async Task<IActionResult> Add(Guid programmeId, [Bind(Prefix = "Form")] EmployeeForm form, CancellationToken ct)
    {
        var page = await Page(EmployeeAct.Adding, (await read.Get<ProgrammeRow>(programmeId, ct))!, form, person: null, ct);
        if (!IsFilledIn(page)) return Unprocessable("_EmployeeAct", page);
        return Answer(page, await desk.Add(form.EmployeeId, form.WorkKey, form.Name, form.Email, form.Period));
    }

    [HttpGet("employees/{employeeId:guid}/" + EmployeeAct.Route), Authorize(Policies.Import)]
    public async Task<IActionResult> Form(Guid employeeId, string act, Guid? period, CancellationToken ct)
    {
        if (await people.Page(employeeId, ct) is not { IsErased: false } person) return NotFound();
        var chosen = EmployeeAct.Of(act);
        var about = person.Periods.FirstOrDefault(one => one.Period.PeriodId == period);
        if ((chosen.OfPeriod && about is not { MayChange: true }) || (chosen.OfWhole && !person.MayChangeWhole)) return Redirect(person.Address);
        var was = chosen.Name == "correction" ? about!.Period : null;
        var form = new EmployeeForm(
            employeeId, person.Facts.Version, about?.Period.PeriodId, Guid.CreateVersion7(), person.Facts.WorkKey, person.Facts.Name.Name, person.Facts.Email, was?.LocationId,
            about?.Period.Role, was?.From ?? FirstDay(person, chosen.Name == "move" ? about!.Period : null), was?.To);
        return View("EmployeeAct", await Page(chosen, await Programme(about, ct), form, person, ct));
    }

    [HttpPost("employees/{employeeId:guid}/" + EmployeeAct.Route), Authorize(Policies.Import)]
    public async Task<IActionResult> Do(Guid employeeId, string act, [Bind(Prefix = "Form")] EmployeeForm form, CancellationToken ct)
    {
        if (await people.Page(employeeId, ct) is not { IsErased: false } person) return NotFound();
        form = form with { EmployeeId = employeeId };
        var about = person.Periods.FirstOrDefault(one => one.Period.PeriodId == form.PeriodId);
        if (about is { MayChange: false } || (EmployeeAct.Of(act).OfWhole && !person.MayChangeWhole)) return NotFound();
        var page = await Page(EmployeeAct.Of(act), await Programme(about, ct), form, person, ct);
        if (!IsFilledIn(page)) return Unprocessable("_EmployeeAct", page);
        try
        {
            return Answer(page, await desk.Change(employeeId, form.Version, known => page.Act.Decide(known, form)));
        }
        catch (StaleVersionException stale)
        {
            return Stale("_EmployeeAct", page with { Form = form with { Version = (int)stale.Actual }, IsStale = true }, new Refusal(CommonRefusals.Stale));
        }
    }

    /// <summary>Today, or the first day on which a period that is still to come can be moved.</summary>
    private static DateOnly FirstDay(EmployeePage person, EmployeePeriod? moved) =>
        moved is not null && moved.From >= person.Today ? moved.From.AddDays(1) : person.Today;

    private IActionResult Answer(EmployeeActPage page, Refusal? refusal) => refusal is null
        ? SeeOther($"/employees/{page.Form.EmployeeId}")
        : Unprocessable("_EmployeeAct", page, refusal, page.Act.FieldOf(refusal));

    private async Task<ProgrammeRow> Programme(PersonPeriod? about, CancellationToken ct) =>
        (about?.ProgrammeId is { } id ? await read.Get<ProgrammeRow>(id, ct) : null) ?? (await programmes.Current(ct))!;

    private async Task<EmployeeActPage> Page(EmployeeAct act, ProgrammeRow programme, EmployeeForm form, EmployeePage? person, CancellationToken ct)
    {
        var locations = act.Has(EmployeeFields.Place) ? await Places(programme, form, ct) : [];
        var roles = act.Has(EmployeeFields.Place) ? await lists.Roles(locations, ct) : [];
        return new EmployeeActPage(act, programme, form, person, person?.Periods.FirstOrDefault(one => one.Period.PeriodId == form.PeriodId), locations, roles);
    }

    private async Task<IReadOnlyList<StaffedLocation>> Places(ProgrammeRow programme, EmployeeForm form, CancellationToken ct) =>
    [
        .. (await lists.Locations(programme.ProgrammeId, clock.Today(programme.TimeZone), Permission.Import, ct))
            .Where(location => location.IsOffered || location.LocationId == form.LocationId),
    ];

    private bool IsFilledIn(EmployeeActPage page)
    {
        var (act, form) = (page.Act, page.Form);
        if (act.Has(EmployeeFields.Place))
            ModelState.Demand("Form.LocationId", page.Locations.Any(location => location.LocationId == form.LocationId), words["message.location"]);
        if (act.Has(EmployeeFields.From)) ModelState.DemandDay("Form.From", form.From is not null, words["message.day"], words["message.day.none"]);
        if (act.Has(EmployeeFields.To)) ModelState.ReadableDay("Form.To", words["message.day"], words["message.day.none"]);
        if (act.OfPeriod) ModelState.Demand("Form.PeriodId", form.PeriodId is not null, words["message.period"]);
        return ModelState.IsValid;
    }
}

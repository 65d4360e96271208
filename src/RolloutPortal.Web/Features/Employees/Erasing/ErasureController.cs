using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk;
using RolloutPortal.Web.Features.Employees.OnePerson;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>Erases a person, and shows who could be.</summary>
[Authorize(Policies.Administer)]
public sealed class ErasureController(
    EmployeePageReader people, EmployeeErasure erasure, ErasableEmployees erasable, AccountDesk accounts, Viewer viewer, IStringLocalizer<EmployeeTexts> words) : PortalController
{
    [HttpGet("employees/erasable")]
    public async Task<IActionResult> List(CancellationToken ct) => View(
        "Erasable", new ErasablePage(await erasable.List(await viewer.Locations(Permission.Administer, ct), ct), ListRequest.Of(Request, "day")));

    [HttpGet("employees/{employeeId:guid}/erasure")]
    public async Task<IActionResult> Ask(Guid employeeId, CancellationToken ct) => await people.Page(employeeId, ct) switch
    {
        null => NotFound(),
        { IsErased: true } erased => Redirect(erased.Address),
        var person => View("Erase", await Page(person, Asked(person), ct)),
    };

    [HttpPost("employees/{employeeId:guid}/erasure")]
    public async Task<IActionResult> Erase(Guid employeeId, [Bind(Prefix = "Form")] ErasureForm form, CancellationToken ct)
    {
        if (await people.Page(employeeId, ct) is not { } person) return NotFound();
        if (person.IsErased) return SeeOther(person.Address);
        ModelState.Demand("Form.Confirmed", form.Confirmed, words["erase.confirm.missing"]);
        if (!ModelState.IsValid) return Unprocessable("_Erase", await Page(person, form, ct));
        return await erasure.Erase(employeeId, Holds, form.Seen ?? "", ct) is { } refusal ? await Refused(person, form, refusal, ct) : SeeOther(person.Address);
    }

    /// <summary>It cannot be undone: what has changed since the question is read before it is confirmed anew.</summary>
    private async Task<IActionResult> Refused(EmployeePage person, ErasureForm form, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Key != CommonRefusals.Stale) return Unprocessable("_Erase", await Page(person, form, ct), refusal);
        if (await people.Page(person.Facts.EmployeeId, ct) is not { } now) return NotFound();
        if (now.IsErased) return SeeOther(now.Address);
        ModelState.Clear();
        return Stale("_Erase", await Page(now, Asked(now), ct) with { IsStale = true }, refusal);
    }

    private static ErasureForm Asked(EmployeePage person) => new(Confirmed: false, SeenPerson.Of(person).ToString());

    private async Task<bool> Holds(Guid accountId) => await accounts.Held(accountId, HttpContext.RequestAborted) is not null;

    private async Task<ErasurePage> Page(EmployeePage person, ErasureForm form, CancellationToken ct) =>
        new(person, form, (int)await erasure.Mentions(person.Facts.Name.Name!, await viewer.Locations(Permission.Administer, ct), ct), person.Facts.SameAddress is { } same && await Holds(same.Id));
}

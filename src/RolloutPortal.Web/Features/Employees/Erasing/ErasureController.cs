using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
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
        var person => View("Erase", await Page(person, new ErasureForm(false), ct)),
    };

    [HttpPost("employees/{employeeId:guid}/erasure")]
    public async Task<IActionResult> Erase(Guid employeeId, [Bind(Prefix = "Form")] ErasureForm form, CancellationToken ct)
    {
        if (await people.Page(employeeId, ct) is not { } person) return NotFound();
        if (person.IsErased) return SeeOther(person.Address);
        ModelState.Demand("Form.Confirmed", form.Confirmed, words["erase.confirm.missing"]);
        if (!ModelState.IsValid) return Unprocessable("_Erase", await Page(person, form, ct));
        return await erasure.Erase(employeeId, Holds, ct) is { } refusal
            ? Unprocessable("_Erase", await Page(person, form, ct), refusal)
            : SeeOther(person.Address);
    }

    private async Task<bool> Holds(Guid accountId) => await accounts.Held(accountId, HttpContext.RequestAborted) is not null;

    private async Task<ErasurePage> Page(EmployeePage person, ErasureForm form, CancellationToken ct) =>
        new(person, form, (int)await erasure.Mentions(person.Name.Name!, await viewer.Locations(Permission.Administer, ct), ct), person.SameAddress is { } same && await Holds(same.Id));
}

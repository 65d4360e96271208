using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Features.Accounts.Desk;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Erasing;

/// <summary>Erases whoever has an account alone. For administrators of the whole portal: what it wrote stands anywhere.</summary>
[Route("accounts/{accountId:guid}/erasure"), Authorize(Policies.Administer)]
public sealed class AccountErasureController(
    AccountDesk desk, AccountErasure erasure, EmployeeErasure employees, IStringLocalizer<EmployeeTexts> words) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Ask(Guid accountId, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        if (!account.Reach.IsEverywhere) return Forbid();
        if (!account.MayErase) return NotFound();
        // The person is erased where they are known best, and the account goes along.
        return await erasure.EmployeeOf(accountId, ct) is { } employee
            ? Redirect($"/employees/{employee}/erasure")
            : View("EraseAccount", await Page(account, new ErasureForm(false), ct));
    }

    [HttpPost]
    public async Task<IActionResult> Erase(Guid accountId, [Bind(Prefix = "Form")] ErasureForm form, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        if (!account.Reach.IsEverywhere) return Forbid();
        if (!account.MayErase) return NotFound();
        ModelState.Demand("Form.Confirmed", form.Confirmed, words["erase.confirm.missing"]);
        if (!ModelState.IsValid) return Unprocessable("_EraseAccount", await Page(account, form, ct));
        return await erasure.Erase(accountId, ct) is { } refusal
            ? Unprocessable("_EraseAccount", await Page(account, form, ct), refusal)
            : SeeOther(account.Address);
    }

    private async Task<AccountErasurePage> Page(AccountPage account, ErasureForm form, CancellationToken ct) =>
        new(account, form, (int)await employees.Mentions(account.Line.Name, reach: null, ct));
}

/// <summary>The question before whoever has an account alone is erased.</summary>
/// <param name="Mentions">Texts that hold the name.</param>
public sealed record AccountErasurePage(AccountPage Account, ErasureForm Form, int Mentions);

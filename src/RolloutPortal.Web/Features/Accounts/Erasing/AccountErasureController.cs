using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Web.Features.Accounts.Desk;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Features.Accounts.Erasing;

/// <summary>Erases whoever has an account alone. For administrators of the whole portal: what it wrote stands anywhere.</summary>
[Route("accounts/{accountId:guid}/erasure"), Authorize(Policies.Administer)]
public sealed class AccountErasureController(
    AccountDesk desk, AccountErasure erasure, EmployeeErasure employees, IStringLocalizer<EmployeeTexts> words) : AccountFormController
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
            : View("EraseAccount", await Page(account, Asked(account), ct));
    }

    [HttpPost]
    public async Task<IActionResult> Erase(Guid accountId, [Bind(Prefix = "Form")] ErasureForm form, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        if (!account.Reach.IsEverywhere) return Forbid();
        if (!account.MayErase) return NotFound();
        ModelState.Demand("Form.Confirmed", form.Confirmed, words["erase.confirm.missing"]);
        if (!ModelState.IsValid) return Unprocessable("_EraseAccount", await Page(account, form, ct));
        return await erasure.Erase(accountId, Edition(form), ct) is { } refusal ? await Refused(account, form, refusal, ct) : SeeOther(account.Address);
    }

    /// <summary>It cannot be undone: what others have decided since the question is read before it is confirmed anew.</summary>
    private async Task<IActionResult> Refused(AccountPage account, ErasureForm form, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Key != CommonRefusals.Stale) return Unprocessable("_EraseAccount", await Page(account, form, ct), refusal);
        if (await desk.Page(account.Id, ct) is not { MayErase: true } now) return NotFound();
        var page = await Page(now, Asked(now), ct);
        return Overtaken("_EraseAccount", now, Edition(form), refusal, (_, since) => page with { Since = since });
    }

    /// <summary>What a form without one carries is no edition.</summary>
    private static long Edition(ErasureForm form) => long.TryParse(form.Seen, CultureInfo.InvariantCulture, out var edition) ? edition : -1;

    private static ErasureForm Asked(AccountPage account) => new(Confirmed: false, account.State.Edition.ToString(CultureInfo.InvariantCulture));

    private async Task<AccountErasurePage> Page(AccountPage account, ErasureForm form, CancellationToken ct) =>
        new(account, form, (int)await employees.Mentions(account.Line.Name, reach: null, ct));
}

/// <summary>The question before whoever has an account alone is erased.</summary>
/// <param name="Mentions">Texts that hold the name.</param>
public sealed record AccountErasurePage(AccountPage Account, ErasureForm Form, int Mentions)
{
    /// <summary>What others have decided since the question.</summary>
    public IReadOnlyList<HistoryLine> Since { get; init; } = [];
}

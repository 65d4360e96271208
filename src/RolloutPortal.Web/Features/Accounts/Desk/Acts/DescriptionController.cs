using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Accounts.Desk.Acts;

/// <summary>Corrects what somebody is called, and the address with which they sign in.</summary>
[Route("accounts/{accountId:guid}/description"), Authorize(Policies.Administer)]
public sealed class DescriptionController(
    AccountDesk desk, AccountRegister register, FragmentCache fragments, IStringLocalizer<AdministrationTexts> words) : AccountFormController
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid accountId, CancellationToken ct) =>
        await desk.Held(accountId, ct) is { } account ? View("Description", DescriptionPage.Of(account)) : NotFound();

    /// <summary>Another address is asked about once: whoever has the account signs in with it from then on.</summary>
    [HttpPost]
    public async Task<IActionResult> Change(Guid accountId, [Bind(Prefix = "Form")] DescriptionForm form, CancellationToken ct)
    {
        if (await desk.Held(accountId, ct) is not { } account) return NotFound();
        var page = new DescriptionPage(account, form);
        if (page.Asks)
        {
            ModelState.Demand("Form.Confirmed", form.Confirmed, words["message.new-address"]);
            if (!ModelState.IsValid) return Unprocessable("_Description", page);
        }

        if (await register.Describe(accountId, form.Name, form.Email, form.Seen, ct) is { } refusal) return await Again(page, refusal, ct);
        // Names stand on boards; another node has them within the minute.
        fragments.Forget();
        return SeeOther($"{account.Address}?done={AccountDone.Described}");
    }

    private async Task<IActionResult> Again(DescriptionPage page, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Key != CommonRefusals.Stale) return Unprocessable("_Description", page, refusal, FieldOf(refusal));
        return Overtaken(
            "_Description", await desk.Held(page.Account.Id, ct), page.Form.Seen, refusal,
            (now, since) => new DescriptionPage(now, page.Form with { Seen = now.State.Edition, Confirmed = false }) { Since = since });
    }

    private static string FieldOf(Refusal refusal) => refusal.Key.StartsWith("name.", StringComparison.Ordinal) ? "Form.Name"
        : refusal.Key is AccountRefusals.EmailUnsuitable or AccountRefusals.EmailTaken ? "Form.Email"
        : "";
}

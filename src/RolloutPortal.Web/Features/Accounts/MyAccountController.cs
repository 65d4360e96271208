using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>One's own account: who one is here, and the password.</summary>
[Route("me"), Authorize(Policies.SignedIn)]
public sealed class MyAccountController(Viewer viewer, RoleWords roles, AccountRegister register, Credentials credentials, Attempts attempts, Session session) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? changed, CancellationToken ct)
    {
        var me = await viewer.SignedIn(ct);
        return View("MyAccount", new MyAccount(me.Name, me.Email, await roles.Of(me.Rights, ct), HasNewPassword: changed == "password"));
    }

    [HttpGet("password")]
    public async Task<IActionResult> Password(CancellationToken ct) =>
        View("ChangePassword", ChangePasswordForm.Empty((await viewer.SignedIn(ct)).Email));

    [HttpPost("password")]
    public async Task<IActionResult> ChangePassword(ChangePasswordForm form, CancellationToken ct)
    {
        var me = await viewer.SignedIn(ct);
        form = form with { Email = me.Email };
        if (!ModelState.IsValid) return Unprocessable("_ChangePassword", form);
        attempts.OfAccount(me.Id);
        if (!await credentials.IsRight(me.Id, form.Current!, ct))
            return Unprocessable("_ChangePassword", form, new Refusal(AccountRefusals.PasswordWrong), nameof(form.Current));
        if (await register.ChangePassword(me.Id, me.Email, form.Current!, form.Chosen!, ct) is { } refusal)
            return Unprocessable("_ChangePassword", form, refusal, nameof(form.Chosen));

        await session.Open(HttpContext, me.Id, await Session.IsRemembered(HttpContext));
        return SeeOther("/me?changed=password");
    }
}

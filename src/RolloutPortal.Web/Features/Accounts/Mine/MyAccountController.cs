using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Accounts.Mine;

/// <summary>One's own account: who one is here, the password, and on which devices one is signed in.</summary>
[Route("me"), Authorize(Policies.SignedIn)]
public sealed class MyAccountController(Viewer viewer, RoleWords roles, AccountRegister register, Credentials credentials, MyDevices devices, Attempts attempts, Session session) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? changed, CancellationToken ct)
    {
        var me = await viewer.SignedIn(ct);
        return View("MyAccount", new MyAccount(me.Name, me.Email, await roles.Of(me.Rights, ct), await devices.Of(me.Id, Session.IdOf(User), ct), DoneOf(changed)));
    }

    /// <summary>One device; this one too, which is signing out.</summary>
    [HttpPost("sessions/{sessionId:guid}/removal")]
    public async Task<IActionResult> EndSession(Guid sessionId, CancellationToken ct)
    {
        await register.EndSession((await viewer.SignedIn(ct)).Id, sessionId, ct);
        return SeeOther("/me?changed=device");
    }

    /// <summary>All but this one.</summary>
    [HttpPost("sessions/removal")]
    public async Task<IActionResult> EndOthers(CancellationToken ct)
    {
        await register.EndSessions((await viewer.SignedIn(ct)).Id, Session.IdOf(User), ct);
        return SeeOther("/me?changed=devices");
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
        if (await register.ChangePassword(me.Id, me.Email, me.Name, form.Current!, form.Chosen!, ct) is { } refusal)
            return Unprocessable("_ChangePassword", form, refusal, nameof(form.Chosen));

        await session.Open(HttpContext, me.Id, await Session.IsRemembered(HttpContext));
        return SeeOther("/me?changed=password");
    }

    private static string? DoneOf(string? changed) => changed switch
    {
        "password" => "password.changed",
        "device" => "devices.done.one",
        "devices" => "devices.done",
        "identity" => "identity.done",
        _ => null,
    };
}

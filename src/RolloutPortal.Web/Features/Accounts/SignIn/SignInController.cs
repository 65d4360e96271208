using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Identity;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Accounts.SignIn;

/// <summary>Signing in, once more where a session has ended, as somebody of the demo; and out.</summary>
[Route("sign-in"), Authorize(Policies.Anyone)]
public sealed class SignInController(
    Credentials credentials, KnownDevices devices, Attempts attempts, Session session, AccountRegister register, DemoAccounts demo, IAntiforgery antiforgery,
    IdentitySessions identities, IdentityFlow identity, IOptions<IdentityOptions> provider, IStringLocalizer<AccountTexts> texts) : PortalController
{
    [HttpGet]
    public IActionResult Show(string? returnUrl, bool closed) => User.Identity?.IsAuthenticated == true
        ? SeeOther(LocalUrl.Of(Url, returnUrl))
        : View("SignIn", SignInForm.Empty(returnUrl, Request.IsPhone()) with { Closed = closed });

    [HttpPost]
    public async Task<IActionResult> Enter(SignInForm form, CancellationToken ct) =>
        await Accepts(form, ct) ? SeeOther(LocalUrl.Of(Url, form.ReturnUrl)) : Unprocessable("_SignIn", form);

    /// <summary>From the dialog over a page whose session has ended; the page goes on with the new token.</summary>
    [HttpPost("again")]
    public async Task<IActionResult> Again(SignInForm form, CancellationToken ct)
    {
        if (!await Accepts(form, ct))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return PartialView("_SignInDialog", form);
        }

        Response.Headers["X-Antiforgery-Token"] = antiforgery.GetAndStoreTokens(HttpContext).RequestToken;
        return NoContent();
    }

    /// <summary>Whether somebody has signed in meanwhile, in another tab: then the page that waits goes on with the new token.</summary>
    [HttpGet("again")]
    public IActionResult IsSignedIn()
    {
        if (Actor.AccountId(User) is not null) Response.Headers["X-Antiforgery-Token"] = antiforgery.GetAndStoreTokens(HttpContext).RequestToken;
        return NoContent();
    }

    [HttpPost("demo"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Demo(Guid accountId, string? returnUrl, CancellationToken ct)
    {
        AccessNote.SignIn(HttpContext, "sign-in.demo", accountId);
        return await demo.Has(accountId, ct) && await session.Open(HttpContext, accountId, remember: true) is not null
            ? SeeOther(LocalUrl.Of(Url, returnUrl))
            : NotFound();
    }

    /// <summary>Of this device alone. What had been typed and not sent stays on nobody else's screen.</summary>
    [HttpPost("/sign-out"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Leave(CancellationToken ct)
    {
        AccessNote.SignOut(HttpContext);
        var elsewhere = await SignOutElsewhere(ct);
        if (Actor.AccountId(User) is { } account && Session.IdOf(User) is { } id) await register.EndSession(account, id, ct);
        await Session.Close(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        if (elsewhere is null || Request.IsHtmx()) return SeeOther(SessionCookie.SignInPath);
        // Not a redirect: the content policy lets no form lead to another site, not even by a detour.
        Response.Headers["Refresh"] = $"0;url={elsewhere}";
        return View("/Features/Identity/SignedOut.cshtml", new SignedOutPage(elsewhere, provider.Value.DisplayName));
    }

    /// <summary>Where the identity provider signs out whoever came from there; null: they did not.</summary>
    private async Task<string?> SignOutElsewhere(CancellationToken ct) =>
        provider.Value.IsConfigured && Session.IdOf(User) is { } id && await identities.TokenOf(id, ct) is { } token
            ? await identity.SignOutAddress(token, Request.Portal() is { } portal ? $"{portal}{SessionCookie.SignInPath}" : null, ct)
            : null;

    /// <summary>An unknown address, a wrong password and a closed account get the same answer.</summary>
    private async Task<bool> Accepts(SignInForm form, CancellationToken ct)
    {
        AccessNote.SignIn(HttpContext, "sign-in.incomplete");
        _ = EmailAddress.Check(form.Email, out var email);
        var device = KnownDevices.Of(HttpContext);
        // Its owner does not stand in the queue of those who try elsewhere, be it behind the same address.
        if (await devices.Has(device, email, ct)) attempts.OfDevice(device!);
        else attempts.ToSignIn(HttpContext, form.Email);
        if (!ModelState.IsValid) return false;
        if (await credentials.Check(email, form.Password!, device, ct) is not { } id)
        {
            await SayNo("wrong", email, ct);
        }
        else if (await session.Open(HttpContext, id, form.Remember) is null)
        {
            await SayNo("disabled", email, ct);
        }
        else
        {
            AccessNote.SignIn(HttpContext, "sign-in.ok", id);
            await devices.Remember(HttpContext, id, ct);
        }

        return ModelState.IsValid;
    }

    /// <summary>The access log hears whose account it was and whether it is closed; whoever typed does not.</summary>
    private async Task SayNo(string why, string email, CancellationToken ct)
    {
        ModelState.AddModelError("", texts[$"sign-in.{why}"]);
        var found = await credentials.Standing(email, ct);
        AccessNote.SignIn(HttpContext, found is { IsClosed: true } ? "sign-in.closed" : $"sign-in.{why}", found?.Id);
    }
}

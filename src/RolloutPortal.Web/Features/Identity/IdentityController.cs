using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>The way to the municipality's identity provider and back. Without one there are no such addresses.</summary>
[Route("sign-in/identity"), Authorize(Policies.Anyone), EnableRateLimiting(RateLimits.SignIn)]
public sealed class IdentityController(
    IdentityFlow flow, SignInAttempts attempts, IdentityAccounts accounts, IdentitySessions sessions, Session session,
    IOptions<IdentityOptions> options, ILogger<IdentityController> log) : PortalController
{
    /// <exception cref="IdentityException">Nobody has said where the portal is.</exception>
    private string Callback => Request.Portal() is { } portal
        ? $"{portal}/sign-in/identity/callback"
        : throw new IdentityException(IdentityFault.NoWayBack, "Portal__Address is not set");

    /// <summary>By a link and not a form: the content policy lets forms lead nowhere else.</summary>
    /// <param name="newTab">A page with something typed waits in another tab.</param>
    [HttpGet]
    public Task<IActionResult> Go(string? returnUrl, bool newTab, CancellationToken ct) => Leave(returnUrl, newTab, linkTo: null, ct);

    /// <summary>Somebody with a password wants to come by the provider from now on.</summary>
    [HttpGet("link"), Authorize(Policies.SignedIn)]
    public Task<IActionResult> Link(CancellationToken ct) => Leave("/me", newTab: false, Actor.AccountId(User), ct);

    [HttpGet("callback")]
    public async Task<IActionResult> Return(string? code, string? state, string? iss, string? error, CancellationToken ct)
    {
        if (!options.Value.IsConfigured) return NotFound();
        SignInAttempt? attempt = null;
        try
        {
            attempt = await attempts.Take(HttpContext, state, ct);
            if (error is not null || string.IsNullOrEmpty(code)) throw new IdentityException(FaultOf(error), "the provider answered with an error");
            var identity = await flow.Redeem(attempt, code, iss, Callback, ct);
            return await Enter(attempt, identity, ct);
        }
        catch (IdentityException e)
        {
            return Failed(e, attempt);
        }
    }

    private async Task<IActionResult> Leave(string? returnUrl, bool newTab, Guid? linkTo, CancellationToken ct)
    {
        if (!options.Value.IsConfigured) return NotFound();
        var attempt = attempts.Begin(HttpContext, returnUrl, newTab, linkTo);
        try
        {
            return Redirect(await flow.SignInAddress(attempt, Callback, PortalLanguages.Current, ct));
        }
        catch (IdentityException e)
        {
            return Failed(e, attempt);
        }
    }

    private async Task<IActionResult> Enter(SignInAttempt attempt, ProvenIdentity identity, CancellationToken ct)
    {
        if (attempt.LinkTo is { } account)
        {
            // Whoever began it must still be here: a colleague may have signed in on this machine since.
            if (Actor.AccountId(User) != account) throw new IdentityException(IdentityFault.Expired, "linked by somebody else");
            await accounts.Link(account, identity, ct);
        }
        else
        {
            account = await accounts.Enter(identity, ct);
        }

        // A new session also after linking: what was open before stays what it was.
        if (await session.Open(HttpContext, account, remember: IsPhone) is null) throw new IdentityException(IdentityFault.Disabled, "disabled meanwhile");
        await sessions.Keep(Session.IdOf(User)!.Value, identity, ct);
        AccessNote.SignIn(HttpContext, attempt.LinkTo is null ? "identity.ok" : "identity.linked", account);
        var to = LocalUrl.Of(Url, attempt.ReturnUrl);
        // Not a redirect: the browser would still come from elsewhere, and leave behind the cookie that other tabs' forms need.
        if (!attempt.InNewTab) Response.Headers["Refresh"] = $"0;url={to}";
        return View("SignedIn", new SignedInPage(to, attempt.InNewTab));
    }

    private ViewResult Failed(IdentityException e, SignInAttempt? attempt)
    {
        if (e.Fault is IdentityFault.Away or IdentityFault.Untrusted or IdentityFault.NoWayBack) log.LogWarning("Sign-in at the identity provider failed: {Why}", e.Message);
        AccessNote.SignIn(HttpContext, e.Outcome, e.Account);
        Response.StatusCode = e.Status;
        return View("IdentityFailed", new IdentityFailedPage(e.Fault, options.Value.DisplayName, attempt?.ReturnUrl is { } url ? LocalUrl.Of(Url, url) : null));
    }

    /// <summary>Thirty days on a phone (decisions.md 19); elsewhere until the browser is closed: the provider lets its own in again with a click.</summary>
    private bool IsPhone => Request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.Ordinal);

    private static IdentityFault FaultOf(string? error) => error switch
    {
        "access_denied" or "login_required" or "consent_required" or "interaction_required" => IdentityFault.Cancelled,
        "server_error" or "temporarily_unavailable" => IdentityFault.Away,
        _ => IdentityFault.Untrusted,
    };
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Features.Accounts.SignIn;
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
    IdentityFlow flow, SignInAttempts attempts, IdentityAccounts accounts, IdentityDetails details, IdentitySessions sessions, Session session,
    IOptions<IdentityOptions> options, ILogger<IdentityController> log) : AtTheProviderController(options, log)
{
    /// <summary>By a link and not a form: the content policy lets forms lead nowhere else.</summary>
    /// <param name="newTab">A page with something typed waits in another tab.</param>
    [HttpGet]
    public Task<IActionResult> Go(string? returnUrl, bool newTab, CancellationToken ct) => Leave(returnUrl, newTab, ct);

    [HttpGet("callback")]
    public async Task<IActionResult> Return(string? code, string? state, string? iss, string? error, CancellationToken ct)
    {
        if (!Provider.IsConfigured) return NotFound();
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

    private async Task<IActionResult> Leave(string? returnUrl, bool newTab, CancellationToken ct)
    {
        if (!Provider.IsConfigured) return NotFound();
        var attempt = attempts.Begin(HttpContext, returnUrl, newTab);
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
        if (attempt.LinkTo is { } linked)
        {
            // Whoever began it must still be here, in the session that gave the password: a colleague may have signed in on this machine since.
            if (Actor.AccountId(User) != linked || Session.IdOf(User) != attempt.LinkIn) throw new IdentityException(IdentityFault.Expired, "linked by somebody else");
            await accounts.Link(linked, identity, ct);
        }

        var account = attempt.LinkTo ?? await accounts.Enter(identity, ct);
        // A new session also after linking, which the provider can end. On a phone thirty days (decisions.md 19); elsewhere until the browser is
        // closed: the provider lets its own in again with a click.
        if (await session.Open(HttpContext, account, remember: Request.IsPhone()) is not { } known) throw new IdentityException(IdentityFault.Disabled, "disabled meanwhile");
        await sessions.Keep(Session.IdOf(User)!.Value, identity, ct);
        // Unlinked at this moment, it did not find this session: so it is looked at once more, now that it would.
        if (!await accounts.IsStill(account, identity, ct))
        {
            await sessions.EndOne(account, Session.IdOf(User)!.Value, ct);
            await Session.Close(HttpContext);
            throw new IdentityException(IdentityFault.Expired, "unlinked meanwhile");
        }

        // This browser's cookie is the new one's.
        if (attempt is { LinkTo: { } owner, LinkIn: { } before }) await sessions.EndOne(owner, before, ct);
        AccessNote.SignIn(HttpContext, attempt.LinkTo is null ? "identity.ok" : "identity.linked", account);
        if (attempt.LinkTo is not null) return View("Linked", new LinkedPage(Provider.DisplayName, details.Name(identity), details.Email(identity), known.Name, known.Email));
        var to = LocalUrl.Of(Url, attempt.ReturnUrl);
        // Not a redirect: the browser would still come from elsewhere, and leave behind the cookie that other tabs' forms need.
        if (!attempt.InNewTab) Response.Headers["Refresh"] = $"0;url={to}";
        return View("SignedIn", new SignedInPage(to, attempt.InNewTab));
    }

    private static IdentityFault FaultOf(string? error) => error switch
    {
        "access_denied" or "login_required" or "consent_required" or "interaction_required" => IdentityFault.Cancelled,
        "server_error" or "temporarily_unavailable" => IdentityFault.Away,
        _ => IdentityFault.Untrusted,
    };
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Identity.Linking;

/// <summary>Somebody with a password wants to come by the provider from now on, or no longer. An open session alone links nothing: whoever
/// sits down at it would have the account for good.</summary>
[Authorize(Policies.SignedIn)]
public sealed class IdentityLinkController(
    IdentityFlow flow, SignInAttempts visits, IdentityLinks links, Credentials credentials, Attempts attempts, Viewer viewer,
    IOptions<IdentityOptions> options, ILogger<IdentityLinkController> log) : AtTheProviderController(options, log)
{
    [HttpGet("sign-in/identity/link"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Ask(CancellationToken ct) => await Page(new LinkForm(null), ct) switch
    {
        null => NotFound(),
        { Standing.IsLinked: true } => SeeOther("/me"),
        var page => View("Link", page),
    };

    /// <summary>The visit that begins here is the proof that the password was given: once, for ten minutes, in this session.</summary>
    [HttpPost("sign-in/identity/link"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Leave([FromForm, Bind(Prefix = "Form")] LinkForm form, CancellationToken ct)
    {
        if (await Page(form, ct) is not { } page) return NotFound();
        if (page.Standing.IsLinked) return SeeOther("/me");
        if (!ModelState.IsValid || !page.Standing.HasPassword) return Unprocessable("_Link", page);
        var me = await viewer.SignedIn(ct);
        attempts.OfAccount(me.Id);
        if (!await credentials.IsRight(me.Id, form.Password!, ct)) return Unprocessable("_Link", page, new Refusal(AccountRefusals.PasswordWrong), "Form.Password");

        var visit = visits.Begin(HttpContext, "/me", inNewTab: false, me.Id, Session.IdOf(User));
        try
        {
            var to = await flow.SignInAddress(visit, Callback, PortalLanguages.Current, ct);
            // Not a redirect: the content policy lets no form lead to another site, not even by a detour.
            Response.Headers["Refresh"] = $"0;url={to}";
            return View("Leaving", new LeavingPage(to, Provider.DisplayName));
        }
        catch (IdentityException e)
        {
            return Failed(e, visit);
        }
    }

    /// <summary>Only with another way in: who came by the provider alone would lock themselves out. Sessions that began there end, this one too.</summary>
    [HttpPost("me/identity/removal")]
    public async Task<IActionResult> Unlink(CancellationToken ct)
    {
        var me = (await viewer.SignedIn(ct)).Id;
        if (await links.Of(me, ct) is { HasPassword: true }) await links.Unlink(me, ct);
        return SeeOther("/me?changed=identity");
    }

    /// <summary>Null where there is no provider.</summary>
    private async Task<LinkPage?> Page(LinkForm form, CancellationToken ct)
    {
        if (!Provider.IsConfigured) return null;
        var me = await viewer.SignedIn(ct);
        return new LinkPage(Provider.DisplayName, me.Name, me.Email, (await links.Of(me.Id, ct))!, form);
    }
}

/// <param name="Password">The account's own, once more.</param>
public sealed record LinkForm([Required(ErrorMessage = "account.password-current-missing")] string? Password);

/// <summary>The question before somebody goes to the provider to link the account.</summary>
public sealed record LinkPage(string Provider, string Name, string Email, IdentityLinks.Standing Standing, LinkForm Form);

/// <summary>On the way to the provider, from a form.</summary>
public sealed record LeavingPage(string To, string Provider);

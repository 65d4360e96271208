using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>Sends people to the provider, and says why when that came to nothing.</summary>
public abstract class AtTheProviderController(IOptions<IdentityOptions> options, ILogger log) : PortalController
{
    private protected IdentityOptions Provider => options.Value;

    /// <summary>The portal's own address for the way back.</summary>
    /// <exception cref="IdentityException">Nobody has said where the portal is.</exception>
    private protected string Callback => Request.Portal() is { } portal
        ? $"{portal}/sign-in/identity/callback"
        : throw new IdentityException(IdentityFault.NoWayBack, "Portal__Address is not set");

    private protected ViewResult Failed(IdentityException e, SignInAttempt? attempt)
    {
        if (e.Fault is IdentityFault.Away or IdentityFault.Untrusted or IdentityFault.NoWayBack) log.LogWarning("Sign-in at the identity provider failed: {Why}", e.Message);
        AccessNote.SignIn(HttpContext, e.Outcome, e.Account);
        Response.StatusCode = e.Status;
        return View("IdentityFailed", new IdentityFailedPage(e.Fault, Provider.DisplayName, attempt?.ReturnUrl is { } url ? LocalUrl.Of(Url, url) : null));
    }
}

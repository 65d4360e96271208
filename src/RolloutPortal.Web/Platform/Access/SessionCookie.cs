using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>When a session's cookie is good, and what is answered when there is none.</summary>
public sealed class SessionCookie(Session session) : CookieAuthenticationEvents
{
    public const string SignInPath = "/sign-in";

    private static readonly object Closed = new();

    /// <summary>The request came from somebody whose account has been closed: they are told so, and not asked to sign in.</summary>
    public static bool IsClosed(HttpContext http) => http.Items.ContainsKey(Closed);

    /// <summary>Rendered for a request of htmx whose session has ended: nothing typed is lost (decisions.md 19).</summary>
    private const string Dialog = "/Features/Accounts/SignIn/_SignInDialog.cshtml";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "portal.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Session.Remembered;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = "returnUrl";
        options.EventsType = typeof(SessionCookie);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await session.IsGood(context.Principal!, context.HttpContext.RequestAborted)) return;
        var isOfClosed = await session.IsOfClosed(context.Principal!, context.HttpContext.RequestAborted);
        context.RejectPrincipal();
        // The cookie of a closed account stays, worth nothing as it is: by it each of the page's requests is known, and answered alike.
        if (isOfClosed) context.HttpContext.Items[Closed] = true;
        else await Session.Close(context.HttpContext);
    }

    /// <summary>Once or twice a month on a phone: whoever goes on using the portal stays signed in.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context) =>
        context is { ShouldRenew: true, Principal: { } who, Properties: { IssuedUtc: { } from, ExpiresUtc: { } to } }
            ? session.Prolong(who, to - from, context.HttpContext.RequestAborted)
            : Task.CompletedTask;

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Request.IsHtmx()) return PartialAnswer.Write(http, StatusCodes.Status401Unauthorized, Dialog);
        if (WantsPage(http.Request)) http.Response.Redirect(Address(http.Request));
        else Answer(http, StatusCodes.Status401Unauthorized);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>The hub and its like are asked by programs.</summary>
    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/live") && !request.HttpContext.WebSockets.IsWebSocketRequest;

    private static void Answer(HttpContext http, int status)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        http.Response.StatusCode = status;
    }

    /// <summary>After a form that was sent too late, one returns to its page: nobody can go to where it was sent.</summary>
    private static string Address(HttpRequest request)
    {
        var page = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : LocalUrl.Before(request);
        if (IsClosed(request.HttpContext)) return $"{SignInPath}?closed=true";
        return page == "/" ? SignInPath : $"{SignInPath}?returnUrl={Uri.EscapeDataString(page)}";
    }
}

namespace RolloutPortal.Web.Platform.Security;

/// <summary>How the portal's own cookies are kept: out of reach of scripts, over https alone where it is asked over https, and sent along by a
/// link from another site, without which nobody would come back as who they are.</summary>
public static class PortalCookies
{
    /// <summary>Of a choice that is made once.</summary>
    public static readonly TimeSpan AYear = TimeSpan.FromDays(365);

    public static void Keep(this HttpResponse response, string name, string value, TimeSpan lifetime, string path = "/") =>
        response.Cookies.Append(name, value, Options(response, lifetime, path));

    public static void Drop(this HttpResponse response, string name, string path = "/") => response.Cookies.Delete(name, Options(response, lifetime: null, path));

    private static CookieOptions Options(HttpResponse response, TimeSpan? lifetime, string path) => new()
    {
        MaxAge = lifetime,
        Path = path,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = response.HttpContext.Request.IsHttps,
    };
}

namespace RolloutPortal.Web.Platform.Security;

/// <summary>What every answer tells the browser not to do.</summary>
public static class SecurityHeaders
{
    /// <summary>Nothing unsafe and nothing from elsewhere; no exceptions.</summary>
    public const string ContentPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; report-uri /csp-report";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the very end: an exception on the way clears whatever was said before.
        context.Response.OnStarting(() => Add(context.Response));
        return next(context);
    });

    private static Task Add(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Pages hold what one person may see: no shared cache, and none of the browser's after signing out.
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true && !headers.ContainsKey("Cache-Control"))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}

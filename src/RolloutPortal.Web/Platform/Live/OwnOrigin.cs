namespace RolloutPortal.Web.Platform.Live;

/// <summary>The hub is for the portal's own pages. A browser lets any page open a WebSocket anywhere and sends the cookie along; only the
/// header <c>Origin</c> tells whose page it is. What is no browser says nothing, and has no cookie that somebody could borrow.</summary>
public static class OwnOrigin
{
    /// <remarks>A proxy in front has to pass on the host that the browser asked for.</remarks>
    public static IApplicationBuilder UseOwnOrigin(this IApplicationBuilder app, string path) => app.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(path) || IsOwn(http.Request)) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin]
            ? request.Headers.Origin.Count == 0
            : Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}

using Microsoft.Net.Http.Headers;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>What htmx 4 says of a request and wants to hear in an answer.</summary>
public static class HtmxRequests
{
    public static bool IsHtmx(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    /// <summary>A region asks for itself, not for a page.</summary>
    public static bool WantsPartial(this HttpRequest request) => request.Headers["HX-Request-Type"] == "partial";

    /// <summary>The same address answers with a page or a part of it: caches must know.</summary>
    public static void VaryByHtmx(this HttpResponse response) => response.Headers.Append(HeaderNames.Vary, "HX-Request-Type");

    /// <summary>htmx follows a redirect silently and swaps what it finds; this makes the browser go there.</summary>
    public static void GoTo(this HttpResponse response, string url) => response.Headers["HX-Redirect"] = url;
}

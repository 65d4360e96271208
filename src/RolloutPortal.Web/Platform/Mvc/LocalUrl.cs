using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>Where somebody was going, as an address that a browser or a link brought: followed only within this portal.</summary>
public static class LocalUrl
{
    /// <summary>The front page for whatever leads elsewhere.</summary>
    public static string Of(IUrlHelper url, string? wanted) =>
        wanted is ['/', ..] && url.IsLocalUrl(wanted) ? Ascii(wanted) : "/";

    /// <summary>The page that the browser says it comes from.</summary>
    public static string Before(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value
            ? page.PathAndQuery
            : "/";

    /// <summary>A header holds nothing but ASCII; what is escaped already stays as it is.</summary>
    private static string Ascii(string url)
    {
        var escaped = new StringBuilder(url.Length);
        foreach (var rune in url.EnumerateRunes())
            escaped.Append(rune.Value is > ' ' and < 0x7f ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        return escaped.ToString();
    }
}

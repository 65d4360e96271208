using System.Globalization;
using Microsoft.AspNetCore.Localization;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Platform.Languages;

/// <summary>Danish first, then Swedish and English: chosen by the user, at first by the browser's two letters.</summary>
public static class PortalLanguages
{
    /// <summary>Of a person without an account's choice.</summary>
    public const string Cookie = "language";

    /// <summary>British English: plain <c>en</c> prints American dates.</summary>
    public static readonly CultureInfo[] Cultures = [new("da-DK"), new("sv-SE"), new("en-GB")];

    public static readonly string[] Codes = ["da", "sv", "en"];

    /// <summary>Danish for anything unknown.</summary>
    public static CultureInfo CultureOf(string? code) => Array.Find(Cultures, culture => culture.TwoLetterISOLanguageName == code) ?? Cultures[0];

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The first language that the browser asks for and the portal has. Stock matching sends a bare <c>sv</c> to Danish.</summary>
    public static string? Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value?[..Math.Min(2, language.Value.Length)].ToLowerInvariant())
        .FirstOrDefault(code => Codes.Contains(code));

    /// <summary>Texts are of this language until it is disposed: for what is written to somebody else. Within one method.</summary>
    public static IDisposable Speaking(string? code)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(code);
        return new Back(() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before);
    }

    public static void Choose(HttpResponse response, string code) => response.Keep(Cookie, code, PortalCookies.AYear);

    private sealed class Back(Action back) : IDisposable
    {
        public void Dispose() => back();
    }
}

/// <summary>The account's choice, else the cookie's, else that of whom a link was made for, else the browser's.</summary>
public sealed class PortalLanguageProvider : RequestCultureProvider
{
    public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var account = await httpContext.RequestServices.GetRequiredService<Access.Viewer>().Account(httpContext.RequestAborted);
        var code = account?.Language ?? httpContext.Request.Cookies[PortalLanguages.Cookie]
            ?? await httpContext.RequestServices.GetRequiredService<EntryLanguage>().Of(httpContext)
            ?? PortalLanguages.Asked(httpContext.Request);
        return new ProviderCultureResult(PortalLanguages.CultureOf(code).Name);
    }
}

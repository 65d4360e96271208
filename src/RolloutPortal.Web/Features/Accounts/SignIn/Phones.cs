namespace RolloutPortal.Web.Features.Accounts.SignIn;

/// <summary>Sessions last thirty days on a phone (decisions.md 19): it is one person's. A computer may be the ward's, and is asked first.</summary>
public static class Phones
{
    /// <summary>As browsers say it; what they say is a guess at the answer, which the person gives.</summary>
    public static bool IsPhone(this HttpRequest request) =>
        request.Headers["Sec-CH-UA-Mobile"] == "?1" || request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.OrdinalIgnoreCase);
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>One visit to the identity provider, as this browser remembers it until it comes back.</summary>
/// <param name="State">Comes back in the address; ties the answer to this browser.</param>
/// <param name="Nonce">Comes back in the token; ties the token to this visit.</param>
/// <param name="Verifier">Goes with the code past the browser (PKCE): a stolen code is worth nothing without it.</param>
/// <param name="ReturnUrl">Where they were going.</param>
/// <param name="InNewTab">From the dialog over a page that waits in another tab.</param>
/// <param name="LinkTo">The account that its owner, signed in, wants to link; null: to sign in.</param>
public sealed record SignInAttempt(
    string State, string Nonce, string Verifier, DateTimeOffset At, string? ReturnUrl, bool InNewTab, Guid? LinkTo)
{
    private const int Bytes = 32;

    public static SignInAttempt New(DateTimeOffset now, string? returnUrl, bool inNewTab, Guid? linkTo) =>
        new(Random(), Random(), Random(), now, returnUrl, inNewTab, linkTo);

    /// <summary>S256.</summary>
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>One visit to the identity provider, as this browser remembers it until it comes back.</summary>
/// <param name="State">Comes back in the address; ties the answer to this browser.</param>
/// <param name="Nonce">Comes back in the token; ties the token to this visit.</param>
/// <param name="Verifier">Goes with the code past the browser (PKCE): a stolen code is worth nothing without it.</param>
/// <param name="ReturnUrl">Where they were going.</param>
/// <param name="InNewTab">From the dialog over a page that waits in another tab.</param>
/// <param name="LinkTo">The account that its owner, who has just given its password, wants to link; null: to sign in.</param>
/// <param name="LinkIn">The session in which the password was given; the proof is worth nothing in any other.</param>
public sealed record SignInAttempt(
    string State, string Nonce, string Verifier, DateTimeOffset At, string? ReturnUrl, bool InNewTab, Guid? LinkTo, Guid? LinkIn)
{
    private const int Bytes = 32;

    public static SignInAttempt New(DateTimeOffset now, string? returnUrl, bool inNewTab, Guid? linkTo, Guid? linkIn) =>
        new(Random(), Random(), Random(), now, returnUrl, inNewTab, linkTo, linkIn);

    /// <summary>Somebody who has to find a phone and a code; that a password was given is believed for less.</summary>
    public TimeSpan Lifetime => LinkTo is null ? TimeSpan.FromMinutes(20) : TimeSpan.FromMinutes(10);

    /// <summary>S256.</summary>
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
}

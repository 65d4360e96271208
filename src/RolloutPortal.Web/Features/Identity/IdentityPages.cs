using RolloutPortal.Web.Features.Identity.Provider;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>Back from the provider, and on to where they were going.</summary>
/// <param name="InNewTab">The page that waits is in another tab: this one can be closed.</param>
public sealed record SignedInPage(string To, bool InNewTab);

/// <summary>The account is linked: who its owner is at the provider, and who here. The two need not be the same, and neither is changed.</summary>
/// <param name="There">As the provider says, guarded.</param>
/// <param name="EmailThere">Null: the provider tells none that can be used.</param>
public sealed record LinkedPage(string Provider, string There, string? EmailThere, string Here, string EmailHere)
{
    public bool Differs => There != Here || (EmailThere is not null && EmailThere != EmailHere);
}

/// <summary>Signed out of the portal, and on to the provider's own page for it.</summary>
public sealed record SignedOutPage(string To, string Provider);

/// <summary>Not signed in, why, and what to do now.</summary>
/// <param name="ReturnUrl">Where they were going; null: nowhere.</param>
public sealed record IdentityFailedPage(IdentityFault Fault, string Provider, string? ReturnUrl)
{
    public string Again => ReturnUrl is null or "/" ? "/sign-in/identity" : $"/sign-in/identity?returnUrl={Uri.EscapeDataString(ReturnUrl)}";

    /// <summary>A second try may help; elsewhere somebody has to do something first.</summary>
    public bool MayHelp => Fault is IdentityFault.Cancelled or IdentityFault.Expired or IdentityFault.Away or IdentityFault.Untrusted;
}

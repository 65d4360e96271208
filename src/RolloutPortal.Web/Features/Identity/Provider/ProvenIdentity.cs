using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>Who somebody is, by the word of the identity provider.</summary>
/// <param name="Subject">Theirs for good there; with the issuer, theirs alone.</param>
/// <param name="IdToken">For signing out there.</param>
/// <param name="SessionId">Theirs there; null: the provider names none.</param>
public sealed record ProvenIdentity(string Issuer, string Subject, IReadOnlyList<PresentedClaim> Claims, string IdToken, string? SessionId)
{
    /// <summary>The first one of that name; null: none.</summary>
    public string? Claim(string type) => Claims.FirstOrDefault(claim => claim.Type == type)?.Value;
}

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>Why somebody who went to the identity provider is not signed in; the key of the page's texts.</summary>
public enum IdentityFault
{
    /// <summary>They turned back, or the provider said no.</summary>
    Cancelled,

    /// <summary>Too slow, sent twice, or begun in another browser.</summary>
    Expired,

    /// <summary>The provider does not answer, or answers with an error of its own.</summary>
    Away,

    /// <summary>What came back proves nothing.</summary>
    Untrusted,

    /// <summary>Nothing that the provider says of them gives a role here.</summary>
    NoRole,

    /// <summary>The account is disabled.</summary>
    Disabled,

    /// <summary>The provider tells no name or address that an account could have.</summary>
    NoAddress,

    /// <summary>Somebody has an account with that address, and it is not safe to say that it is theirs.</summary>
    AddressTaken,

    /// <summary>The identity belongs to another account, or the account to another identity.</summary>
    LinkedElsewhere,

    /// <summary>The portal does not know its own address, and so not where the provider should send them back.</summary>
    NoWayBack,
}

/// <summary>Signing in stopped here.</summary>
/// <param name="why">For the log: never a claim, a token or an address.</param>
public sealed class IdentityException(IdentityFault fault, string why, Exception? inner = null) : Exception(why, inner)
{
    public IdentityFault Fault { get; } = fault;

    /// <summary>Whose it would have been; null: nobody's that is known here.</summary>
    public Guid? Account { get; init; }

    /// <summary>For the access log.</summary>
    public string Outcome => $"identity.{Fault.ToString().ToLowerInvariant()}";

    public int Status => Fault switch
    {
        IdentityFault.Away or IdentityFault.NoWayBack => StatusCodes.Status503ServiceUnavailable,
        IdentityFault.Expired or IdentityFault.Untrusted => StatusCodes.Status400BadRequest,
        IdentityFault.LinkedElsewhere => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status403Forbidden,
    };
}

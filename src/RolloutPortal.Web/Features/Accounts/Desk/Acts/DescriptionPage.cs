using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Accounts.Desk.Acts;

/// <summary>Name and address as they are typed.</summary>
/// <param name="Seen">The edition of the account that the form's user saw.</param>
/// <param name="Confirmed">That another address is another name to sign in with.</param>
public sealed record DescriptionForm(string? Name, string? Email, long Seen, bool Confirmed = false);

/// <summary>The page of it.</summary>
public sealed record DescriptionPage(AccountPage Account, DescriptionForm Form)
{
    /// <summary>What others have decided since.</summary>
    public IReadOnlyList<HistoryLine> Since { get; init; } = [];

    public string Address => $"{Account.Address}/description";

    /// <summary>An address that can be one, and is not the account's own.</summary>
    public bool Asks => EmailAddress.Check(Form.Email, out var email) is null && email != Account.Line.Email;

    /// <summary>A link that was handed over stops working.</summary>
    public bool EndsLink => (Account.State.InvitationId ?? Account.State.ResetLinkId) is not null;

    public static DescriptionPage Of(AccountPage account) => new(account, new(account.Line.Name, account.Line.Email, account.State.Edition));
}

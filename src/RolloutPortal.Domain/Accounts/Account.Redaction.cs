using System.Collections.Immutable;

namespace RolloutPortal.Domain.Accounts;

/// <content>What administrators wrote about the account, and may be deleted.</content>
public sealed partial record Account
{
    /// <summary>Reasons that were given; false: deleted since.</summary>
    public ImmutableDictionary<Guid, bool> Texts { get; private init; } = ImmutableDictionary<Guid, bool>.Empty;

    /// <summary>Possible for ever: what should not have been written must be removable (decisions.md 1).</summary>
    public Decision<AccountEvent> Redact(Guid textId) =>
        !Texts.TryGetValue(textId, out var stands) ? new Refusal(CommonRefusals.TextNotFound)
        : stands ? new AccountTextRedacted(Id, textId)
        : Decision<AccountEvent>.Nothing;

    private Account Wrote(AccountEvent @event) => @event switch
    {
        AccountDisabled { ReasonTextId: { } text } => this with { Texts = Texts.SetItem(text, true) },
        AccountEnabled { ReasonTextId: { } text } => this with { Texts = Texts.SetItem(text, true) },
        AccountTextRedacted e => this with { Texts = Texts.SetItem(e.TextId, false) },
        _ => this,
    };
}

namespace RolloutPortal.Domain.Accounts;

/// <content>What administrators wrote about the account, and may be deleted.</content>
public sealed partial record Account
{
    /// <summary>Reasons that were given.</summary>
    public WrittenTexts Texts { get; private init; } = WrittenTexts.None;

    /// <summary>Possible for ever.</summary>
    public Decision<AccountEvent> Redact(Guid textId) => Texts.Redact<AccountEvent>(textId, new AccountTextRedacted(Id, textId));

    private Account Wrote(AccountEvent @event) => @event switch
    {
        AccountDisabled e => this with { Texts = Texts.With(e.ReasonTextId) },
        AccountEnabled e => this with { Texts = Texts.With(e.ReasonTextId) },
        AccountTextRedacted e => this with { Texts = Texts.Without(e.TextId) },
        _ => this,
    };
}

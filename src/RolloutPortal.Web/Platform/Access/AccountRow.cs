using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>What the log knows of an account: that it exists, its language, whether it is disabled. No name, no address.</summary>
public sealed record AccountRow(Guid AccountId, string? Language, bool Disabled) : IReadModel<AccountRow>
{
    public static IReadOnlyList<Type> Events => [typeof(AccountEvent)];

    public IEnumerable<string> Topics => [$"account/{AccountId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event is AccountEvent e ? [e.AccountId] : [];

    public static AccountRow? Fold(AccountRow? row, object @event, Guid key) => @event switch
    {
        AccountOpened => new(key, Language: null, Disabled: false),
        LanguageChosen e when row is not null => row with { Language = e.Language },
        AccountDisabled when row is not null => row with { Disabled = true },
        AccountEnabled when row is not null => row with { Disabled = false },
        _ => row,
    };
}

using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>What the log knows of an account: that it exists, its language, whether it is disabled. No name, no address.</summary>
/// <param name="Invited">And never here yet.</param>
/// <param name="LinkId">Of the invitation that still holds.</param>
[Index(nameof(EmployeeId)), Revision(1)]
public sealed record AccountRow(Guid AccountId, string? Language, bool Disabled, bool Invited, Guid? LinkId, Guid? EmployeeId, bool ScopeFollows)
    : IReadModel<AccountRow>
{
    public static IReadOnlyList<Type> Events => [typeof(AccountEvent)];

    public IEnumerable<string> Topics => [$"account/{AccountId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event is AccountEvent e ? [e.AccountId] : [];

    public static AccountRow? Fold(AccountRow? row, object @event, Guid key) => @event switch
    {
        AccountOpened => new(key, Language: null, Disabled: false, Invited: false, LinkId: null, EmployeeId: null, ScopeFollows: false),
        LanguageChosen e when row is not null => row with { Language = e.Language },
        AccountInvited e when row is not null => row with { Invited = true, LinkId = e.LinkId },
        InvitationRevoked or RoleGranted or RoleMapped when row is not null => row with { LinkId = null },
        InvitationAccepted when row is not null => row with { Invited = false, LinkId = null },
        EmployeeLinked e when row is not null => row with { EmployeeId = e.EmployeeId, ScopeFollows = e.ScopeFollows },
        EmployeeUnlinked when row is not null => row with { EmployeeId = null, ScopeFollows = false },
        AccountDisabled when row is not null => row with { Disabled = true, LinkId = null },
        AccountEnabled when row is not null => row with { Disabled = false },
        _ => row,
    };
}

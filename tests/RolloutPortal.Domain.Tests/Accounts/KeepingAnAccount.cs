using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class KeepingAnAccount
{
    private static readonly Guid Location = Guid.NewGuid();

    private static readonly Grant Superuser = new(Role.Superuser, ScopeKind.Location, Location);

    private static readonly Place Here = new(Guid.NewGuid(), Guid.NewGuid(), Location, ProviderId: null);

    private readonly Account account = Account.Initial.After(a => a.Open(Guid.NewGuid()));

    [Fact]
    public void It_is_opened_once() => account.Open(Guid.NewGuid()).IsNothing();

    [Fact]
    public void It_is_opened_with_its_roles_and_language_or_not_at_all()
    {
        var wrong = new Grant(Role.Leader, ScopeKind.Area, ScopeId: null);

        Assert.Equal(
            ["AccountOpened", "RoleGranted", "LanguageChosen"],
            Account.Initial.Open(Guid.NewGuid(), [Superuser, Superuser], "sv").Events.Select(e => e.GetType().Name));
        Account.Initial.Open(Guid.NewGuid(), [Superuser, wrong], "sv").IsRefused(AccountRefusals.ScopeMissing);
        Account.Initial.Open(Guid.NewGuid(), [], "no").IsRefused(AccountRefusals.UnknownLanguage);
        account.Open(Guid.NewGuid(), [Superuser], "sv").IsNothing();
    }

    [Fact]
    public void A_role_is_granted_and_revoked_once()
    {
        var granted = account.After(a => a.GrantRole(Superuser));
        var revoked = granted.After(a => a.RevokeRole(Superuser));

        granted.GrantRole(Superuser).IsNothing();
        Assert.True(granted.Rights.May(Permission.LogTickets, Here));
        Assert.False(revoked.Rights.May(Permission.LogTickets, Here));
        revoked.RevokeRole(Superuser).IsNothing();
    }

    [Fact]
    public void A_scope_names_its_thing_and_the_whole_portal_names_none()
    {
        account.GrantRole(Superuser with { ScopeId = null }).IsRefused(AccountRefusals.ScopeMissing);
        account.GrantRole(new(Role.Administrator, ScopeKind.Portal, Guid.NewGuid())).IsRefused(AccountRefusals.ScopeMissing);
        Assert.IsType<RoleGranted>(account.GrantRole(new(Role.Administrator, ScopeKind.Portal, null)).Only());
    }

    [Fact]
    public void An_external_provider_reaches_its_own_units_and_nobody_else_is_one()
    {
        var provider = new Grant(Role.ExternalProvider, ScopeKind.Provider, Guid.NewGuid());

        Assert.IsType<RoleGranted>(account.GrantRole(provider).Only());
        account.GrantRole(provider with { ScopeKind = ScopeKind.Programme }).IsRefused(AccountRefusals.ScopeUnsuitable);
        account.GrantRole(provider with { Role = Role.Leader }).IsRefused(AccountRefusals.ScopeUnsuitable);
    }

    [Fact]
    public void A_disabled_account_has_its_roles_and_no_rights()
    {
        var disabled = account.After(a => a.GrantRole(Superuser)).After(a => a.Disable());

        Assert.False(disabled.Rights.MaySomewhere(Permission.SeeRollout));
        disabled.Disable().IsNothing();
        disabled.ChangePassword().IsRefused(AccountRefusals.Disabled);
        Assert.True(disabled.After(a => a.Enable()).Rights.May(Permission.LogTickets, Here));
        account.Enable().IsNothing();
    }

    [Fact]
    public void Its_language_is_one_that_the_portal_speaks()
    {
        var swedish = account.After(a => a.ChooseLanguage("sv"));

        swedish.ChooseLanguage("sv").IsNothing();
        account.ChooseLanguage("no").IsRefused(AccountRefusals.UnknownLanguage);
        account.ChooseLanguage(null).IsRefused(AccountRefusals.UnknownLanguage);
    }

    [Fact]
    public void Every_change_of_password_is_one() =>
        Assert.IsType<PasswordChanged>(account.After(a => a.ChangePassword()).ChangePassword().Only());

    [Fact]
    public void A_session_ends_by_itself_and_changes_no_right()
    {
        var session = Guid.NewGuid();

        Assert.Equal(session, Assert.IsType<SessionEnded>(account.EndSession(session).Only()).SessionId);
        Assert.Equal(account, account.After(a => a.EndSession(session)));
    }

    [Fact]
    public void Nothing_happens_to_an_account_that_is_not_there()
    {
        Account.Initial.GrantRole(Superuser).IsRefused(AccountRefusals.NotFound);
        Account.Initial.RevokeRole(Superuser).IsRefused(AccountRefusals.NotFound);
        Account.Initial.ChangePassword().IsRefused(AccountRefusals.NotFound);
        Account.Initial.ChooseLanguage("da").IsRefused(AccountRefusals.NotFound);
        Account.Initial.EndSession(Guid.NewGuid()).IsRefused(AccountRefusals.NotFound);
        Account.Initial.Disable().IsRefused(AccountRefusals.NotFound);
        Account.Initial.Enable().IsRefused(AccountRefusals.NotFound);
    }
}

using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class AdministeringAccounts
{
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly Guid Programme = Guid.NewGuid();
    private static readonly Place InProgramme = new(Programme, Guid.NewGuid(), Guid.NewGuid(), null);
    private static readonly Place Elsewhere = new(Guid.NewGuid(), null, null, null);

    private readonly Account administrator = Account.Initial.After(a => a.Open(Id, [Grant.Everything], null));

    [Fact]
    public void The_last_administrator_stays()
    {
        administrator.Disable().IsRefused(AccountRefusals.LastAdministrator);
        administrator.RevokeRole(Grant.Everything).IsRefused(AccountRefusals.LastAdministrator);
        Assert.IsType<AccountDisabled>(administrator.Disable(otherAdministrators: 1).Only());
        Assert.IsType<RoleRevoked>(administrator.RevokeRole(Grant.Everything, otherAdministrators: 1).Only());
        Administration.Leave(Id, others: 0).IsRefused(AccountRefusals.LastAdministrator);
        Assert.IsType<AdministratorLeft>(Administration.Leave(Id, others: 1).Only());
    }

    [Fact]
    public void Whoever_cannot_come_in_yet_is_no_administrator()
    {
        var invited = Account.Initial.After(a => a.Invite(Id, [Grant.Everything], "da", Guid.NewGuid()));

        Assert.False(invited.IsPortalAdministrator);
        Assert.IsType<AccountDisabled>(invited.Disable().Only());
        Assert.IsType<RoleRevoked>(invited.RevokeRole(Grant.Everything).Only());
    }

    [Fact]
    public void Nobody_disables_themselves()
    {
        administrator.Disable(by: Id, otherAdministrators: 3).IsRefused(AccountRefusals.DisablingOneself);
        Assert.IsType<AccountDisabled>(administrator.Disable(by: Guid.NewGuid(), otherAdministrators: 3).Only());
    }

    [Fact]
    public void What_is_decided_holds_for_the_account_that_was_seen()
    {
        var seen = administrator.Edition;
        var leader = new Grant(Role.Leader, ScopeKind.Programme, Programme);
        var changed = administrator.After(a => a.GrantRole(new(Role.Reader, ScopeKind.Portal, null)));

        changed.IfStill(seen, a => a.GrantRole(leader)).IsRefused(CommonRefusals.Stale);
        Assert.IsType<RoleGranted>(changed.IfStill(changed.Edition, a => a.GrantRole(leader)).Only());
        Assert.IsType<RoleGranted>(changed.IfStill(null, a => a.GrantRole(leader)).Only());
        changed.After(a => a.GrantRole(leader)).IfStill(seen, a => a.GrantRole(leader)).IsNothing();
    }

    [Fact]
    public void What_the_person_does_meanwhile_makes_no_form_stale() =>
        Assert.Equal(
            administrator.Edition,
            administrator.After(a => a.EndSession(Guid.NewGuid())).After(a => a.ChooseLanguage("sv")).After(a => a.ChangePassword()).Edition);

    [Fact]
    public void An_administrator_reaches_what_lies_in_the_own_scope()
    {
        var own = new Reach(new Rights([new Grant(Role.Administrator, ScopeKind.Programme, Programme)]));

        Assert.True(own.Gives(InProgramme) && own.Sees([Elsewhere, InProgramme]) && own.Holds([InProgramme, InProgramme]));
        Assert.False(own.Gives(Elsewhere) || own.Gives(Place.Portal) || own.Gives(null) || own.IsEverywhere);
        Assert.False(own.Sees([Elsewhere, null]) || own.Sees([]) || own.Holds([Elsewhere, InProgramme]) || own.Holds([Place.Portal]) || own.Holds([]));
    }

    [Fact]
    public void An_administrator_of_the_portal_reaches_everybody_also_without_a_role()
    {
        var all = new Reach(administrator.Rights);

        Assert.True(all.IsEverywhere && all.Gives(null) && all.Sees([]) && all.Holds([]) && all.Holds([null, Elsewhere]));
    }

    [Fact]
    public void Whoever_administers_nothing_reaches_nobody()
    {
        var manager = new Reach(new Rights([new Grant(Role.RolloutManager, ScopeKind.Portal, null)]));

        Assert.False(manager.Sees([InProgramme]) || manager.Gives(InProgramme) || manager.Holds([InProgramme]) || manager.IsEverywhere);
    }
}

using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class DescribingAPerson
{
    private static readonly Grant Reader = new(Role.Reader, ScopeKind.Portal, ScopeId: null);

    private readonly Account invited = Account.Initial.After(a => a.Invite(Guid.NewGuid(), [Reader], "da", Guid.NewGuid()));

    [Fact]
    public void Another_name_lets_links_be() => Assert.IsType<PersonDescribed>(invited.Describe().Only());

    [Fact]
    public void With_another_address_links_that_were_handed_over_end()
    {
        var inUse = invited.After(a => a.AcceptInvitation(a.InvitationId!.Value, "da")).After(a => a.IssueResetLink(Guid.NewGuid()));

        Assert.Null(invited.After(a => a.Describe(isNewAddress: true)).InvitationId);
        Assert.True(invited.After(a => a.Describe(isNewAddress: true)).IsInvited);
        Assert.Null(inUse.After(a => a.Describe(isNewAddress: true)).ResetLinkId);
    }

    [Fact]
    public void It_holds_for_the_account_that_was_seen()
    {
        var seen = invited.Edition;
        var since = invited.After(a => a.Describe());

        since.IfStill(seen, a => a.Describe()).IsRefused(CommonRefusals.Stale);
        Account.Initial.Describe().IsRefused(AccountRefusals.NotFound);
    }

    [Fact]
    public void Whoever_is_chosen_among_the_employees_is_invited_as_that_employee()
    {
        var employee = Guid.NewGuid();
        var account = Account.Initial.After(a => a.Invite(Guid.NewGuid(), [Reader], "da", Guid.NewGuid(), employee, scopeFollows: true));

        Assert.Equal((employee, true), (account.EmployeeId, account.ScopeFollows));
        Assert.NotNull(account.InvitationId);
    }
}

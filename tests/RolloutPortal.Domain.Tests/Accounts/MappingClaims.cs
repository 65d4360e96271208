using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class MappingClaims
{
    private static readonly Guid Area = Guid.NewGuid();

    private static readonly Grant Leader = new(Role.Leader, ScopeKind.Area, Area);

    private static readonly Grant Reader = new(Role.Reader, ScopeKind.Portal, ScopeId: null);

    private static readonly Guid First = Guid.NewGuid();

    private readonly ClaimRules table = ClaimRules.Initial
        .After(t => t.Add(First, "groups", "domus-ledere", Leader))
        .After(t => t.Add(Guid.NewGuid(), "dept", "Social", Reader))
        .After(t => t.Add(Guid.NewGuid(), "groups", "domus-chefer", Leader));

    private readonly Account account = Account.Initial.After(a => a.Open(Guid.NewGuid()));

    [Fact]
    public void Each_claim_that_fits_gives_its_role_once()
    {
        Assert.Equal([Leader, Reader], table.GrantsOf([new("groups", "domus-chefer"), new("dept", "Social"), new("groups", "domus-ledere")]));
        Assert.Empty(table.GrantsOf([new("groups", "Domus-ledere"), new("dept", "domus-ledere"), new("Groups", "domus-ledere")]));
        Assert.Empty(table.GrantsOf([]));
    }

    [Fact]
    public void The_same_rule_is_there_once()
    {
        table.Add(First, "groups", "domus-ledere", Leader).IsNothing();
        table.Add(First, " groups ", "domus-ledere", Leader).IsNothing();
        table.Add(Guid.NewGuid(), "groups", "domus-ledere", Leader).IsRefused(ClaimRuleRefusals.Exists);
        table.Add(First, "groups", "andre", Leader).IsRefused(CommonRefusals.IdTaken);
        Assert.IsType<ClaimMapped>(table.Add(Guid.NewGuid(), "groups", "domus-ledere", Reader).Only());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200b ")]
    public void Nothing_is_mapped_by_nothing(string? empty)
    {
        table.Add(Guid.NewGuid(), empty, "x", Reader).IsRefused(ClaimRuleRefusals.TypeUnsuitable);
        table.Add(Guid.NewGuid(), "x", empty, Reader).IsRefused(ClaimRuleRefusals.ValueUnsuitable);
    }

    [Fact]
    public void A_rule_has_its_limits()
    {
        table.Add(Guid.NewGuid(), "x", new string('x', ClaimRules.Longest + 1), Reader).IsRefused(ClaimRuleRefusals.ValueUnsuitable);
        table.Add(Guid.NewGuid(), "x", "y", new(Role.Leader, ScopeKind.Area, null)).IsRefused(AccountRefusals.ScopeMissing);
        table.Add(Guid.NewGuid(), "x", "y", new(Role.ExternalProvider, ScopeKind.Area, Area)).IsRefused(AccountRefusals.ScopeUnsuitable);
        var full = Enumerable.Range(0, ClaimRules.Most).Aggregate(
            ClaimRules.Initial, (rules, i) => rules.Apply(new ClaimMapped(Guid.NewGuid(), "x", $"{i}", Role.Reader, ScopeKind.Portal, null)));
        full.Add(Guid.NewGuid(), "x", "one more", Reader).IsRefused(ClaimRuleRefusals.TooMany);
    }

    [Fact]
    public void A_rule_is_taken_away_once()
    {
        var less = table.After(t => t.Remove(First));

        Assert.Empty(less.GrantsOf([new("groups", "domus-ledere")]));
        less.Remove(First).IsNothing();
    }

    [Fact]
    public void Mapped_roles_follow_the_claims_and_granted_ones_stay()
    {
        var before = account.After(a => a.GrantRole(Reader)).After(a => a.FollowClaims([Leader, Leader, Reader]));
        var after = before.After(a => a.FollowClaims([]));

        Assert.Equal(2, before.Rights.Grants.Count);
        Assert.Equal([Reader], after.Rights.Grants);
        before.FollowClaims([Reader, Leader]).IsNothing();
    }

    [Fact]
    public void What_was_granted_by_hand_may_go_while_the_claim_still_gives_it()
    {
        var both = account.After(a => a.GrantRole(Reader)).After(a => a.FollowClaims([Reader]));

        Assert.Equal([Reader], both.After(a => a.RevokeRole(Reader)).Rights.Grants);
    }

    [Fact]
    public void Whoever_was_invited_has_come_with_the_linking()
    {
        var invited = Account.Initial.After(a => a.Invite(Guid.NewGuid(), [Reader], "da", Guid.NewGuid()));

        Assert.Equal(["IdentityLinked", "InvitationAccepted"], invited.LinkIdentity([]).Events.Select(e => e.GetType().Name));
        Assert.Equal(["IdentityLinked", "RoleMapped"], account.LinkIdentity([Leader]).Events.Select(e => e.GetType().Name));
        Assert.NotEmpty(invited.LinkIdentity([], onlyIfInvited: true).Events);
    }

    /// <summary>By the address alone only whoever was invited is linked: somebody may have taken the account into use since.</summary>
    [Fact]
    public void An_account_in_use_is_not_linked_by_its_address()
    {
        var link = Guid.NewGuid();
        var taken = Account.Initial.After(a => a.Invite(Guid.NewGuid(), [Reader], "da", link)).After(a => a.AcceptInvitation(link, "da"));

        taken.LinkIdentity([], onlyIfInvited: true).IsRefused(AccountRefusals.InUse);
        Assert.IsType<IdentityLinked>(taken.LinkIdentity([]).Only());
    }

    /// <summary>Whoever made it saw other roles, and may not give these.</summary>
    [Fact]
    public void A_role_by_claims_ends_open_links()
    {
        var invited = Account.Initial.After(a => a.Invite(Guid.NewGuid(), [Reader], "da", Guid.NewGuid()));
        var inUse = account.After(a => a.IssueResetLink(Guid.NewGuid()));

        Assert.Null(invited.After(a => a.FollowClaims([Leader])).InvitationId);
        Assert.Null(inUse.After(a => a.FollowClaims([Leader])).ResetLinkId);
        Assert.NotNull(inUse.After(a => a.FollowClaims([])).ResetLinkId);
    }

    [Fact]
    public void A_disabled_account_follows_nothing()
    {
        var disabled = account.After(a => a.FollowClaims([Reader])).After(a => a.Disable());

        Assert.Empty(disabled.Rights.Grants);
        disabled.FollowClaims([Leader]).IsRefused(AccountRefusals.Disabled);
        disabled.LinkIdentity([Leader]).IsRefused(AccountRefusals.Disabled);
        Account.Initial.FollowClaims([Reader]).IsRefused(AccountRefusals.NotFound);
    }

    [Fact]
    public void Where_no_role_would_follow_nothing_is_linked() => account.LinkIdentity([]).IsRefused(AccountRefusals.RoleMissing);

    /// <summary>What was granted by hand stays; what the claims gave goes, for nobody would keep it true any more.</summary>
    [Fact]
    public void Unlinking_ends_the_sessions_that_began_there_and_the_roles_that_came_from_there()
    {
        var linked = account.After(a => a.GrantRole(Reader)).After(a => a.LinkIdentity([Leader]));
        var session = Guid.NewGuid();

        Assert.Equal(["IdentityUnlinked", "RoleUnmapped", "SessionEnded"], linked.UnlinkIdentity([session]).Events.Select(e => e.GetType().Name));
        Assert.Equal([Reader], linked.After(a => a.UnlinkIdentity([session])).Rights.Grants);
        Assert.Equal(["IdentityUnlinked"], linked.After(a => a.Disable()).UnlinkIdentity([]).Events.Select(e => e.GetType().Name));
        Account.Initial.UnlinkIdentity([]).IsRefused(AccountRefusals.NotFound);
    }
}

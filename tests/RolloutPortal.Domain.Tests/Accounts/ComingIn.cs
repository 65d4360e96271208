using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class ComingIn
{
    private static readonly Guid Id = Guid.NewGuid();

    private static readonly Guid Link = Guid.NewGuid();

    private static readonly Grant Superuser = new(Role.Superuser, ScopeKind.Location, Guid.NewGuid());

    private readonly Account invited = Account.Initial.After(a => a.Invite(Id, [Superuser], "sv", Link));

    [Fact]
    public void Somebody_is_invited_with_roles_and_a_language_or_not_at_all()
    {
        Assert.Equal(
            ["AccountOpened", "RoleGranted", "LanguageChosen", "AccountInvited"],
            Account.Initial.Invite(Id, [Superuser], "sv", Link).Events.Select(e => e.GetType().Name));
        Account.Initial.Invite(Id, [], "sv", Link).IsRefused(AccountRefusals.RoleMissing);
        Account.Initial.Invite(Id, [Superuser], "no", Link).IsRefused(AccountRefusals.UnknownLanguage);
        invited.Invite(Id, [Superuser], "sv", Guid.NewGuid()).IsNothing();
        Assert.Equal((true, Link), (invited.IsInvited, invited.InvitationId));
    }

    [Fact]
    public void An_invitation_is_accepted_once_and_in_the_language_chosen()
    {
        var here = invited.After(a => a.AcceptInvitation(Link, "da"));

        Assert.Equal((false, null, "da"), (here.IsInvited, here.InvitationId, here.Language));
        here.AcceptInvitation(Link, "da").IsRefused(AccountRefusals.LinkGone);
        here.InviteAgain(Guid.NewGuid()).IsRefused(AccountRefusals.InUse);
        invited.AcceptInvitation(Guid.NewGuid(), "da").IsRefused(AccountRefusals.LinkGone);
        invited.AcceptInvitation(Link, "no").IsRefused(AccountRefusals.UnknownLanguage);
    }

    [Fact]
    public void Another_invitation_ends_the_one_before()
    {
        var second = Guid.NewGuid();
        var again = invited.After(a => a.InviteAgain(second));

        again.AcceptInvitation(Link, "da").IsRefused(AccountRefusals.LinkGone);
        Assert.False(again.After(a => a.AcceptInvitation(second, "da")).IsInvited);
    }

    [Fact]
    public void A_revoked_invitation_leaves_the_account_waiting_for_another()
    {
        var revoked = invited.After(a => a.RevokeInvitation());

        revoked.AcceptInvitation(Link, "da").IsRefused(AccountRefusals.LinkGone);
        revoked.RevokeInvitation().IsNothing();
        Assert.IsType<AccountInvited>(revoked.InviteAgain(Guid.NewGuid()).Only());
    }

    [Fact]
    public void Disabled_meanwhile_nobody_comes_in_and_its_links_do_not_wake_with_it()
    {
        var disabled = invited.After(a => a.Disable());
        var enabled = disabled.After(a => a.Enable());

        disabled.AcceptInvitation(Link, "da").IsRefused(AccountRefusals.Disabled);
        disabled.InviteAgain(Guid.NewGuid()).IsRefused(AccountRefusals.Disabled);
        enabled.AcceptInvitation(Link, "da").IsRefused(AccountRefusals.LinkGone);
    }

    [Fact]
    public void A_link_is_good_for_the_roles_that_its_maker_saw()
    {
        var more = new Grant(Role.Administrator, ScopeKind.Portal, null);
        var reset = Account.Initial.After(a => a.Open(Id)).After(a => a.IssueResetLink(Link));

        invited.After(a => a.GrantRole(more)).AcceptInvitation(Link, "da").IsRefused(AccountRefusals.LinkGone);
        reset.After(a => a.GrantRole(more)).ResetPassword(Link).IsRefused(AccountRefusals.LinkGone);
    }

    [Fact]
    public void A_link_to_a_new_password_is_used_once_and_dies_with_any_new_password()
    {
        var account = Account.Initial.After(a => a.Open(Id));
        var linked = account.After(a => a.IssueResetLink(Link));

        linked.After(a => a.ResetPassword(Link)).ResetPassword(Link).IsRefused(AccountRefusals.LinkGone);
        linked.After(a => a.ChangePassword()).ResetPassword(Link).IsRefused(AccountRefusals.LinkGone);
        linked.After(a => a.RevokeResetLink()).ResetPassword(Link).IsRefused(AccountRefusals.LinkGone);
        linked.After(a => a.IssueResetLink(Guid.NewGuid())).ResetPassword(Link).IsRefused(AccountRefusals.LinkGone);
        linked.After(a => a.Disable()).ResetPassword(Link).IsRefused(AccountRefusals.Disabled);
        account.RevokeResetLink().IsNothing();
        invited.IssueResetLink(Link).IsRefused(AccountRefusals.NotInUse);
        account.After(a => a.Disable()).IssueResetLink(Link).IsRefused(AccountRefusals.Disabled);
    }

    [Fact]
    public void Whoever_comes_through_the_municipalitys_own_sign_in_needs_no_link()
    {
        var arrived = invited.After(a => a.Arrive());

        Assert.False(arrived.IsInvited);
        arrived.Arrive().IsNothing();
        arrived.AcceptInvitation(Link, "da").IsRefused(AccountRefusals.LinkGone);
        invited.After(a => a.Disable()).Arrive().IsRefused(AccountRefusals.Disabled);
    }

    [Fact]
    public void An_invitation_that_nobody_made_opens_nothing()
    {
        Account.Initial.AcceptInvitation(Link, "da").IsRefused(AccountRefusals.NotFound);
        Account.Initial.ResetPassword(Link).IsRefused(AccountRefusals.NotFound);
        Account.Initial.After(a => a.Open(Id)).AcceptInvitation(Link, "da").IsRefused(AccountRefusals.LinkGone);
        Account.Initial.After(a => a.Open(Id)).ResetPassword(Link).IsRefused(AccountRefusals.LinkGone);
    }
}

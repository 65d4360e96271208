using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>Whose account it is, and which roles follow from the claims.</summary>
public sealed class FindingOnesAccount(Server server) : AtTheProvider(server)
{
    [Fact]
    public async Task Roles_follow_the_claims_and_what_was_granted_by_hand_stays()
    {
        await Provider.Knows("bo", Person("bo", "managers"));
        await SignIn(Visitor(Here), "bo");
        var account = await AccountOf("bo@kommune.dk");
        await Do<Account, AccountEvent>(account, a => a.GrantRole(Reader));

        await Provider.Knows("bo", Person("bo", "readers") with { Name = "Bo Nyt-Navn", Email = "bo.ny@kommune.dk" });
        await SignIn(Visitor(Here), "bo");
        var now = await Known(account);
        Assert.Equal(("Bo Nyt-Navn", "bo.ny@kommune.dk"), (now.Name, now.Email));
        Assert.Equal([Reader], now.Rights.Grants);

        await Provider.Knows("bo", Person("bo"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(Here), "bo")).Status);
        await Do<Account, AccountEvent>(account, a => a.RevokeRole(Reader));
        Assert.Equal("norole", Fault(await SignIn(Visitor(Here), "bo")));
    }

    [Fact]
    public async Task Whom_the_table_does_not_know_gets_no_account_but_an_explanation_in_their_language()
    {
        await Provider.Knows("eva", Person("eva", "kantinen"));

        var danish = await SignIn(Visitor(Here), "eva");
        var browser = new Browser(Visitor(Here).Client, Guid.Empty) { Language = "sv" };
        var swedish = await SignIn(browser, "eva");

        Assert.Equal((HttpStatusCode.Forbidden, "norole"), (danish.Status, Fault(danish)));
        Assert.Contains("Prøvekøbing kender dig, men portalen har ingen rolle til dig", danish.Words, StringComparison.Ordinal);
        Assert.Contains("Prøvekøbing känner dig", swedish.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Count("account"));
        Assert.Equal("sign-in", (await browser.Get("/me")).Location?[1..8]);
    }

    [Fact]
    public async Task An_invited_account_becomes_ones_own_only_by_an_address_that_is_vouched_for()
    {
        var invited = Guid.CreateVersion7();
        Assert.Null(await Here.Services.GetRequiredService<AccountRegister>().Open(new NewAccount(invited, "Inviteret", "ida@kommune.dk", null, [Reader])));
        await Provider.Knows("early", Person("ida", "readers"));
        Assert.Equal("addresstaken", Fault(await SignIn(Visitor(Here), "early")));
        await Do<Account, AccountEvent>(invited, a => new AccountInvited(invited, Guid.CreateVersion7()));

        await Provider.Knows("fake", Person("ida", "readers") with { Verified = false });
        Assert.Equal("addresstaken", Fault(await SignIn(Visitor(Here), "fake")));
        await Provider.Knows("ida", Person("ida"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(Here), "ida")).Status);
        await Provider.Knows("second", Person("ida", "readers"));
        Assert.Equal("addresstaken", Fault(await SignIn(Visitor(Here), "second")));

        Assert.Equal("Ida Ærlig", (await Known(invited)).Name);
        Assert.Equal(1, await Count("account"));
    }

    [Fact]
    public async Task What_the_provider_says_is_guarded_too()
    {
        await Provider.Knows("per", Person("per", "managers") with { Name = "Per 640823-3234" });

        Assert.Equal(HttpStatusCode.OK, (await SignIn(Visitor(Here), "per")).Status);
        Assert.DoesNotContain("640823", (await Known(await AccountOf("per@kommune.dk"))).Name, StringComparison.Ordinal);

        await Provider.Knows("ole", Person("640823-3234", "managers"));
        Assert.Equal("noaddress", Fault(await SignIn(Visitor(Here), "ole")));
    }

    [Fact]
    public async Task A_role_by_claims_ends_an_open_link()
    {
        await Provider.Knows("siv", Person("siv", "managers"));
        await SignIn(Visitor(Here), "siv");
        var (account, link) = (await AccountOf("siv@kommune.dk"), Guid.CreateVersion7());
        await Do<Account, AccountEvent>(account, a => a.IssueResetLink(link));
        await Provider.Knows("siv", Person("siv", "managers", "readers"));

        await SignIn(Visitor(Here), "siv");

        Assert.Null((await Here.Services.GetRequiredService<Ledger>().Load<Account, AccountEvent>(account)).State.ResetLinkId);
        var invited = new AccountRow(account, null, Disabled: false, Invited: true, link, EmployeeId: null, ScopeFollows: false);
        Assert.Null(AccountRow.Fold(invited, new RoleMapped(account, Role.Reader, ScopeKind.Portal, null), account)!.LinkId);
    }

    [Fact]
    public async Task A_disabled_account_stays_out_and_loses_what_it_had_open()
    {
        await Provider.Knows("mia", Person("mia", "managers"));
        var browser = Visitor(Here);
        await SignIn(browser, "mia");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).Status);

        await Do<Account, AccountEvent>(await AccountOf("mia@kommune.dk"), a => a.Disable());

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
        Assert.Equal("disabled", Fault(await SignIn(Visitor(Here), "mia")));
    }

    [Fact]
    public async Task Two_first_sign_ins_at_once_make_one_account()
    {
        await Provider.Knows("vera", Person("vera", "managers"));

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignIn(Visitor(Here), "vera")));

        Assert.All(all, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(1, await Count("account"));
    }
}

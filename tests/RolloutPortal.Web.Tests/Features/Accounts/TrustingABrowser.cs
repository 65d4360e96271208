using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

/// <summary>Whoever guesses elsewhere closes nobody out of the browser that the account knows.</summary>
public sealed class TrustingABrowser(Server server) : OnSeveralDevices(server)
{
    [Fact]
    public async Task Wrong_passwords_of_others_do_not_close_the_owners_own_browser_out()
    {
        var phone = await SignedIn(Phone);
        await Elsewhere(times: 20);

        await phone.Submit(await phone.Get("/me"), "main form[action='/sign-out']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Who.SignIn(Visitor(Here))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Who.SignIn(phone)).Status);
        // The stranger's lock stands: who knows the password in one browser opens nothing for those who guess elsewhere.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Who.SignIn(Visitor(Here))).Status);
    }

    [Fact]
    public async Task A_known_browser_counts_its_own_and_closes_itself_alone()
    {
        var phone = await SignedIn(Phone);
        await phone.Submit(await phone.Get("/me"), "main form[action='/sign-out']");

        for (var i = 0; i < 6; i++) await Wrong(phone);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Who.SignIn(phone)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Who.SignIn(Visitor(Here))).Status);
        Time.Pass(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await Who.SignIn(phone)).Status);
    }

    [Fact]
    public async Task A_made_up_device_is_a_strangers()
    {
        for (var i = 0; i < 6; i++) await Wrong(Visitor(Here));
        var stranger = Visitor(Here);
        stranger.Client.DefaultRequestHeaders.Add("Cookie", "portal.device=" + new string('a', 43));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Who.SignIn(stranger)).Status);
    }

    /// <summary>Whoever sat there before, or planted it, would hold what the account trusts.</summary>
    [Fact]
    public async Task What_a_browser_had_before_is_not_what_the_account_trusts()
    {
        var planted = new string('a', 43);
        var (browser, stranger) = (Visitor(Here), Visitor(Here));
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"portal.device={planted}");
        Assert.Equal(HttpStatusCode.SeeOther, (await Who.SignIn(browser)).Status);

        for (var i = 0; i < 6; i++) await Wrong(Visitor(Here));
        stranger.Client.DefaultRequestHeaders.Add("Cookie", $"portal.device={planted}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Who.SignIn(stranger)).Status);
    }

    [Fact]
    public async Task Another_accounts_browser_is_a_strangers_to_this_one()
    {
        var (colleague, browser) = (await Holder.Open(Here.Services, Holder.New()), Visitor(Here));
        await colleague.SignIn(browser);
        await browser.Submit(await browser.Get("/me"), "main form[action='/sign-out']");

        for (var i = 0; i < 6; i++) await Wrong(browser);

        Assert.Equal(HttpStatusCode.SeeOther, (await colleague.SignIn(browser)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Who.SignIn(Visitor(Here))).Status);
    }

    [Fact]
    public async Task However_long_others_go_on_the_owners_own_browser_always_opens_and_any_other_within_five_minutes()
    {
        var phone = await SignedIn(Phone);
        await phone.Submit(await phone.Get("/me"), "main form[action='/sign-out']");
        Time.Stop();
        var since = Time.GetUtcNow();

        for (var round = 0; round < 8; round++)
        {
            await Elsewhere(times: 7);
            Assert.Equal(HttpStatusCode.SeeOther, (await Who.SignIn(phone)).Status);
            await phone.Submit(await phone.Get("/me"), "main form[action='/sign-out']");
            if ((await Who.SignIn(Visitor(Here))).Status is HttpStatusCode.SeeOther) since = Time.GetUtcNow();
            Assert.True(Time.GetUtcNow() - since <= TimeSpan.FromMinutes(5));
            Time.Pass(TimeSpan.FromMinutes(2.5));
        }
    }

    /// <summary>By somebody who has all the addresses in the world.</summary>
    private async Task Elsewhere(int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Null(await Here.Services.GetRequiredService<Credentials>().Check(Who.Email, "ikke den rigtige"));
    }

    private async Task Wrong(Browser browser) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (Who with { Password = "ikke den rigtige" }).SignIn(browser)).Status);
}

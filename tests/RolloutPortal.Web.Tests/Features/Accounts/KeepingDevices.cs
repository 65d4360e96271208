using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class KeepingDevices(Server server) : OnOneDatabase(server)
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";

    private PortalFactory portal = null!;
    private Holder who = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        portal = Node();
        who = await Holder.Open(portal.Services, Holder.New(), Grant.Everything);
    }

    [Theory]
    [InlineData(Phone, "iPhone · Safari")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0", "Windows · Edge")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36", "Android · Samsung Internet")]
    [InlineData("curl/8.0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_device_is_called_what_its_owner_calls_it(string? userAgent, string? name) => Assert.Equal(name, DeviceName.Of(userAgent));

    [Fact]
    public async Task One_is_signed_out_and_the_others_stay()
    {
        var (desk, phone) = (await SignedIn(), await SignedIn(Phone));

        var page = await desk.Get("/me");
        Assert.Contains("iPhone · Safari", page.Words, StringComparison.Ordinal);
        await desk.Submit(page, "form[action^='/me/sessions/'][action*='-']");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/me")).Status);
    }

    [Fact]
    public async Task All_others_are_signed_out_at_once()
    {
        var (desk, phone, tablet) = (await SignedIn(), await SignedIn(Phone), await SignedIn());

        await desk.Submit(await desk.Get("/me"), "form[action='/me/sessions/removal']");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await tablet.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/me")).Status);
    }

    [Fact]
    public async Task Nobody_signs_out_a_device_of_somebody_else()
    {
        var (desk, other) = (await SignedIn(), Visitor(portal));
        await (await Holder.Open(portal.Services, Holder.New(), Grant.Everything)).SignIn(other);
        var session = await Source.Scalar<Guid>("select id from account_session where account_id = $1", default, who.Id);

        await other.Post($"/me/sessions/{session}/removal", from: "/me");

        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/me")).Status);
    }

    [Fact]
    public async Task An_administrator_signs_all_devices_of_an_account_out()
    {
        var (phone, administrator) = (await SignedIn(Phone), Visitor(portal));
        await (await Holder.Open(portal.Services, Holder.New(), Grant.Everything)).SignIn(administrator);

        await administrator.Submit(await administrator.Get($"/accounts/{who.Id}"), "form[action$='/sessions/removal']");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("/me")).Status);
    }

    [Fact]
    public async Task That_it_was_here_is_written_once_in_ten_minutes()
    {
        var phone = await SignedIn(Phone);
        await phone.Get("/me");
        var first = await LastSeen();

        for (var i = 0; i < 5; i++) await phone.Get("/me");
        Assert.Equal(first, await LastSeen());
        Time.Pass(Sightings.Grain + TimeSpan.FromSeconds(1));
        await phone.Get("/me");

        Assert.True(await LastSeen() - first >= Sightings.Grain);
    }

    [Fact]
    public async Task Wrong_passwords_of_others_do_not_close_the_owners_own_browser_out()
    {
        var phone = await SignedIn(Phone);
        await Elsewhere(times: 20);

        await phone.Submit(await phone.Get("/me"), "main form[action='/sign-out']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(Visitor(portal))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(phone)).Status);
        // The stranger's lock stands: who knows the password in one browser opens nothing for those who guess elsewhere.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(Visitor(portal))).Status);
    }

    [Fact]
    public async Task A_known_browser_counts_its_own_and_closes_itself_alone()
    {
        var phone = await SignedIn(Phone);
        await phone.Submit(await phone.Get("/me"), "main form[action='/sign-out']");

        for (var i = 0; i < 6; i++) await Wrong(phone);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(phone)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(Visitor(portal))).Status);
        Time.Pass(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(phone)).Status);
    }

    [Fact]
    public async Task A_made_up_device_is_a_strangers()
    {
        for (var i = 0; i < 6; i++) await Wrong(Visitor(portal));
        var stranger = Visitor(portal);
        stranger.Client.DefaultRequestHeaders.Add("Cookie", "portal.device=" + new string('a', 43));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(stranger)).Status);
    }

    /// <summary>Whoever sat there before, or planted it, would hold what the account trusts.</summary>
    [Fact]
    public async Task What_a_browser_had_before_is_not_what_the_account_trusts()
    {
        var planted = new string('a', 43);
        var (browser, stranger) = (Visitor(portal), Visitor(portal));
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"portal.device={planted}");
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(browser)).Status);

        for (var i = 0; i < 6; i++) await Wrong(Visitor(portal));
        stranger.Client.DefaultRequestHeaders.Add("Cookie", $"portal.device={planted}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(stranger)).Status);
    }

    [Fact]
    public async Task Another_accounts_browser_is_a_strangers_to_this_one()
    {
        var (colleague, browser) = (await Holder.Open(portal.Services, Holder.New()), Visitor(portal));
        await colleague.SignIn(browser);
        await browser.Submit(await browser.Get("/me"), "main form[action='/sign-out']");

        for (var i = 0; i < 6; i++) await Wrong(browser);

        Assert.Equal(HttpStatusCode.SeeOther, (await colleague.SignIn(browser)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(Visitor(portal))).Status);
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
            Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(phone)).Status);
            await phone.Submit(await phone.Get("/me"), "main form[action='/sign-out']");
            if ((await who.SignIn(Visitor(portal))).Status is HttpStatusCode.SeeOther) since = Time.GetUtcNow();
            Assert.True(Time.GetUtcNow() - since <= TimeSpan.FromMinutes(5));
            Time.Pass(TimeSpan.FromMinutes(2.5));
        }
    }

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    private Task<DateTime> LastSeen() => Source.Scalar<DateTime>("select last_seen_at from account where id = $1", default, who.Id);

    private async Task<Browser> SignedIn(string? userAgent = null)
    {
        var browser = Visitor(portal);
        if (userAgent is not null) browser.Client.DefaultRequestHeaders.Add("User-Agent", userAgent);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(browser)).Status);
        return browser;
    }

    /// <summary>By somebody who has all the addresses in the world.</summary>
    private async Task Elsewhere(int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Null(await portal.Services.GetRequiredService<Credentials>().Check(who.Email, "ikke den rigtige"));
    }

    private async Task Wrong(Browser browser) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (who with { Password = "ikke den rigtige" }).SignIn(browser)).Status);
}

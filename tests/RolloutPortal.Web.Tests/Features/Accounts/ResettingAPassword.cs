using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class ResettingAPassword(Server server) : OnOneDatabase(server)
{
    private const string Fresh = "en helt ny lang kode";

    private PortalFactory portal = null!;
    private Browser administrator = null!;
    private Holder who = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        portal = Node();
        var boss = await Holder.Open(portal.Services, Holder.New(), Grant.Everything);
        who = await Holder.Open(portal.Services, Holder.New(), new Grant(Role.Reader, ScopeKind.Portal, null));
        administrator = Visitor(portal);
        await boss.SignIn(administrator);
    }

    [Fact]
    public async Task The_link_opens_once_ends_every_session_and_the_old_password()
    {
        var (phone, fresh) = (Visitor(portal), Visitor(portal));
        await who.SignIn(phone);
        var link = await Link();

        Assert.Equal(HttpStatusCode.OK, (await phone.Get("/me")).Status);
        var chosen = await Choose(fresh, link);

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (chosen.Status, chosen.Location));
        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(Visitor(portal))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await (who with { Password = Fresh }).SignIn(Visitor(portal))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await Visitor(portal).Get(link)).Status);
    }

    [Fact]
    public async Task It_holds_for_an_hour()
    {
        var link = await Link();

        Time.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await Visitor(portal).Get(link)).Status);
        Time.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Gone, (await Visitor(portal).Get(link)).Status);
    }

    [Fact]
    public async Task Another_link_a_withdrawal_and_the_owners_own_change_end_it()
    {
        var first = await Link();
        var second = await Link();
        Assert.Equal(HttpStatusCode.Gone, (await Visitor(portal).Get(first)).Status);
        await administrator.Submit(await administrator.Get($"/accounts/{who.Id}"), "form[action$='/reset-links/removal']");
        Assert.Equal(HttpStatusCode.Gone, (await Visitor(portal).Get(second)).Status);

        var third = await Link();
        var owner = Visitor(portal);
        await who.SignIn(owner);
        await owner.Submit(await owner.Get("/me/password"), "form[action='/me/password']", ("Current", who.Password), ("Chosen", Fresh), ("Repeated", Fresh));
        Assert.Equal(HttpStatusCode.Gone, (await Visitor(portal).Get(third)).Status);
    }

    [Fact]
    public async Task It_opens_what_wrong_passwords_had_closed()
    {
        for (var i = 0; i < 6; i++) await (who with { Password = "forkert kode" }).SignIn(Visitor(portal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(Visitor(portal))).Status);
        Assert.Contains("Låst", (await administrator.Get($"/accounts/{who.Id}")).Words, StringComparison.Ordinal);

        await Choose(Visitor(portal), await Link());

        Assert.Equal(HttpStatusCode.SeeOther, (await (who with { Password = Fresh }).SignIn(Visitor(portal))).Status);
    }

    [Fact]
    public async Task An_administrator_opens_it_again_without_any_link()
    {
        for (var i = 0; i < 6; i++) await (who with { Password = "forkert kode" }).SignIn(Visitor(portal));

        await administrator.Submit(await administrator.Get($"/accounts/{who.Id}"), "form[action$='/unlocking']");

        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(Visitor(portal))).Status);
    }

    [Fact]
    public async Task Whoever_was_never_here_gets_an_invitation_instead()
    {
        var ready = await administrator.Submit(
            await administrator.Get("/accounts/invitations/new"), "main form[method=post]", ("Form.Name", "Bo Bech"), ("Form.Email", "bo@eksempel.dk"),
            ("Form.Grants[0].Role", "Reader"), ("Form.Grants[0].Scope", "Portal"));
        var account = (await administrator.Get("/accounts?q=bo@eksempel.dk")).Html.QuerySelector("tbody th a")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Post($"{account}/reset-links", from: "/accounts")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Post($"/accounts/{who.Id}/invitations", from: "/accounts")).Status);
    }

    private async Task<string> Link()
    {
        var ready = await administrator.Submit(await administrator.Get($"/accounts/{who.Id}"), "form[action$='/reset-links']");
        return new Uri(ready.Html.QuerySelector("#link-0")!.GetAttribute("value")!).AbsolutePath;
    }

    private static async Task<Answer> Choose(Browser browser, string link) =>
        await browser.Submit(await browser.Get(link), "main form", ("Form.Password", Fresh), ("Form.Repeated", Fresh));
}

using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class InvitingPeople(Server server) : OnOneDatabase(server)
{
    private const string Chosen = "hest batteri hæfteklamme";

    private PortalFactory portal = null!;
    private Browser administrator = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        portal = Node();
        var who = await Holder.Open(portal.Services, Holder.New(), Grant.Everything);
        administrator = Visitor(portal);
        await who.SignIn(administrator);
    }

    [Fact]
    public async Task The_link_is_shown_once_with_a_text_in_the_language_of_whom_it_is_for()
    {
        var ready = await Invite("Åsa Ärlig", "asa@exempel.se", language: "sv");
        var account = await Find("asa@exempel.se");

        Assert.Contains("Invitationen til Åsa Ärlig er klar", ready.Words, StringComparison.Ordinal);
        Assert.Contains("Du har fått åtkomst till RolloutPortal som", TextOf(ready), StringComparison.Ordinal);
        Assert.Contains("Läsare för hela portalen", TextOf(ready), StringComparison.Ordinal);
        Assert.Contains(LinkOf(ready), TextOf(ready), StringComparison.Ordinal);
        Assert.Contains("no-store", ready.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("/invitation/", (await administrator.Get(account)).Text, StringComparison.Ordinal);
        Assert.Contains("Inviteret", (await administrator.Get(account)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_it_chooses_password_and_language_and_is_in_once()
    {
        var link = LinkOf(await Invite("Åsa Ärlig", "asa@exempel.se", language: "sv"));
        var (phone, other) = (Visitor(portal), Visitor(portal));

        var (page, copy) = (await phone.Get(link), await other.Get(link));
        Assert.Contains("Välkommen", page.Words, StringComparison.Ordinal);
        Assert.Contains("Portalen för logg över vad du gör och öppnar här", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main a[href='/help#stored']"));
        var short_ = await Choose(phone, link, "kort");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, short_.Status);
        var inside = await Choose(phone, link, Chosen, language: "en");
        var again = await Choose(other, link, "en anden lang kode", page: copy);

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (inside.Status, inside.Location));
        Assert.Contains("My account", (await phone.Get("/me")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Equal(HttpStatusCode.Gone, (await other.Get(link)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await (Holder.Nobody with { Email = "asa@exempel.se", Password = Chosen }).SignIn(Visitor(portal))).Status);
    }

    [Fact]
    public async Task Of_two_who_come_with_it_at_once_one_gets_in()
    {
        var link = LinkOf(await Invite("Åsa Ärlig", "asa@exempel.se"));
        var visitors = new[] { Visitor(portal), Visitor(portal), Visitor(portal) };
        var pages = await Task.WhenAll(visitors.Select(visitor => visitor.Get(link)));

        var answers = await Task.WhenAll(visitors.Zip(pages).Select((pair, i) => Choose(pair.First, link, $"{Chosen} {i}", page: pair.Second)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.SeeOther);
        Assert.Equal(2, answers.Count(answer => answer.Status is HttpStatusCode.Gone));
    }

    [Fact]
    public async Task It_runs_out_after_seven_days_and_another_ends_the_one_before()
    {
        var first = LinkOf(await Invite("Åsa Ärlig", "asa@exempel.se"));
        var account = await Find("asa@exempel.se");

        var second = LinkOf(await administrator.Submit(await administrator.Get(account), "form[action$='/invitations']"));
        Assert.Contains("trukket tilbage", (await Visitor(portal).Get(first)).Words, StringComparison.Ordinal);
        Time.Pass(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await Visitor(portal).Get(second)).Status);
        Time.Pass(TimeSpan.FromMinutes(2));
        var late = await Visitor(portal).Get(second);

        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("Linket er udløbet", late.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_or_its_account_closed_meanwhile_it_opens_nothing()
    {
        var withdrawn = LinkOf(await Invite("Åsa Ärlig", "asa@exempel.se"));
        var page = await administrator.Get(await Find("asa@exempel.se"));
        await administrator.Submit(page, "form[action$='/invitations/removal']");
        var closed = LinkOf(await Invite("Bo Bech", "bo@eksempel.dk"));
        var standing = await administrator.Get(await Find("bo@eksempel.dk") + "/disabling");
        await administrator.Submit(standing, "form[action$='/disabling']", ("Reason", "Startede alligevel ikke"));

        Assert.Contains("Linket gælder ikke længere", (await Visitor(portal).Get(withdrawn)).Words, StringComparison.Ordinal);
        Assert.Contains("Kontoen er lukket", (await Visitor(portal).Get(closed)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/invitation/guessed")]
    [InlineData("/new-password/guessed")]
    public async Task A_guessed_link_is_not_found(string link) => Assert.Equal(HttpStatusCode.NotFound, (await Visitor(portal).Get(link)).Status);

    [Fact]
    public async Task A_link_to_one_thing_is_none_to_another()
    {
        var link = LinkOf(await Invite("Åsa Ärlig", "asa@exempel.se"));

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor(portal).Get(link.Replace("/invitation/", "/new-password/", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Whoever_is_signed_in_as_another_is_told_so_first()
    {
        var link = LinkOf(await Invite("Åsa Ärlig", "asa@exempel.se"));

        Assert.Contains("Du er logget ind som Åse Ærlig-Møller i denne browser", (await administrator.Get(link)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("i denne browser", (await Visitor(portal).Get(link)).Html.QuerySelector("main .notice")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_address_is_invited_once_and_the_way_to_its_account_is_shown()
    {
        await Invite("Åsa Ärlig", "asa@exempel.se");

        var again = await Invite("Åsa Ärlig", "ASA@exempel.se");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(await Find("asa@exempel.se"), again.Html.QuerySelector("main .notice a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_account_and_one_link()
    {
        var form = await administrator.Get("/accounts/invitations/new");
        (string, string)[] fields = [("Form.Name", "Åsa Ärlig"), ("Form.Email", "asa@exempel.se"), ("Form.Grants[0].Role", "Reader"), ("Form.Grants[0].Scope", "Portal")];

        var first = await administrator.Submit(form, "main form[method=post]", fields);
        var second = await administrator.Submit(form, "main form[method=post]", fields);

        Assert.Equal((HttpStatusCode.SeeOther, await Find("asa@exempel.se")), (second.Status, second.Location));
        Assert.Equal(HttpStatusCode.OK, (await Visitor(portal).Get(LinkOf(first))).Status);
    }

    [Fact]
    public async Task Many_are_pasted_and_either_all_are_invited_or_every_wrong_line_is_named()
    {
        var wrong = await InviteAll("Navn\tE-mail\nÅsa Ärlig\tasa@exempel.se\nBo Bech\nCai Carl\tASA@exempel.se\nDan Dahl;dan@");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        foreach (var line in (string[])["Linje 3", "Linje 4", "Linje 5"]) Assert.Contains(line, wrong.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("asa@exempel.se", (await administrator.Get("/accounts")).Words, StringComparison.Ordinal);

        var ready = await InviteAll("Åsa Ärlig\tasa@exempel.se\nBo Bech <bo@eksempel.dk>; Cai");
        var taken = await InviteAll("Dan Dahl dan@eksempel.dk\nBo Bech, bo@eksempel.dk");

        Assert.Contains("2 invitationer er klar", ready.Words, StringComparison.Ordinal);
        Assert.Equal(2, ready.Html.QuerySelectorAll("input[id^='link-']").Length);
        Assert.Contains("bo@eksempel.dk har allerede en konto", taken.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("dan@eksempel.dk", (await administrator.Get("/accounts")).Words, StringComparison.Ordinal);
    }

    private async Task<Answer> Invite(string name, string email, string language = "da") => await administrator.Submit(
        await administrator.Get("/accounts/invitations/new"), "main form[method=post]", ("Form.Name", name), ("Form.Email", email),
        ("Form.Grants[0].Role", "Reader"), ("Form.Grants[0].Scope", "Portal"), ("Form.Language", language));

    private async Task<Answer> InviteAll(string people) => await administrator.Submit(
        await administrator.Get("/accounts/invitations/several"), "main form", ("Form.People", people),
        ("Form.Grants[0].Role", "Reader"), ("Form.Grants[0].Scope", "Portal"), ("Form.Language", "da"));

    private static async Task<Answer> Choose(Browser browser, string link, string password, string language = "da", Answer? page = null) => await browser.Submit(
        page ?? await browser.Get(link), "main form", ("Form.Password", password), ("Form.Repeated", password), ("Form.Language", language));

    private async Task<string> Find(string email) =>
        (await administrator.Get($"/accounts?q={email}")).Html.QuerySelector("tbody th a")!.GetAttribute("href")!;

    private static string LinkOf(Answer ready) => new Uri(ready.Html.QuerySelector("#link-0")!.GetAttribute("value")!).AbsolutePath;

    private static string TextOf(Answer ready) => ready.Html.QuerySelector("#letter-0")!.TextContent;
}

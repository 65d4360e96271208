using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class AdministeringAccounts(Portal portal) : IClassFixture<Portal>
{
    private Grant Superuser => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    private Grant OfTheProgramme => new(Role.Administrator, ScopeKind.Programme, portal.Rollout.Programme);

    [Fact]
    public async Task The_list_finds_filters_and_says_roles_as_sentences()
    {
        var (administrator, who) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal, Superuser));

        var found = await administrator.Get($"/accounts?q={who.Email}&role=Superuser&scope=Location:{portal.Rollout.NorthA}&state=Active");
        var none = await administrator.Get($"/accounts?q={who.Email}&state=Disabled");

        Assert.Contains("Superbruger for Bosted Nørrebro", found.Html.QuerySelector($"#account-{who.Id}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ingen passer til filteret", none.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_given_after_a_page_that_says_what_it_means()
    {
        var (administrator, who) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal));

        var empty = await administrator.Get($"/accounts/{who.Id}/grants/new?role=&scope=");
        var preview = await administrator.Get($"/accounts/{who.Id}/grants/new?role=Leader&scope=Area:{portal.Rollout.North}");
        var given = await administrator.Submit(preview, "main form[method=post]");

        Assert.Equal(HttpStatusCode.OK, empty.Status);
        Assert.Equal("Områdeleder for området Bosteder Nord", preview.Html.QuerySelector(".sentence")!.TextContent);
        Assert.Contains("2 lokationer i dag", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Bosted Nørrebro, Bosted Østerbro", preview.Words, StringComparison.Ordinal);
        Assert.Equal($"/accounts/{who.Id}?done=granted", given.Location);
        Assert.Contains("Områdeleder for området Bosteder Nord", (await administrator.Get($"/accounts/{who.Id}")).Html.QuerySelector(".grants")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_said_before_anything_is_given()
    {
        var (administrator, who) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal));

        var provider = await administrator.Get($"/accounts/{who.Id}/grants/new?role=ExternalProvider&scope=Area:{portal.Rollout.North}");
        var nothing = await administrator.Get($"/accounts/{who.Id}/grants/new?role=Leader&scope=Area:{Guid.NewGuid()}");
        var all = await administrator.Get($"/accounts/{who.Id}/grants/new?role=Administrator&scope=Portal");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, provider.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Administrator for hele portalen", all.Words, StringComparison.Ordinal);
        Assert.Contains("Personen kan give og fjerne roller", all.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_another_administrator_was_faster_both_versions_are_shown()
    {
        var (first, second, who) = (await portal.SignIn(Role.Administrator), await portal.SignIn(Role.Administrator), await Holder.Open(portal, Superuser));
        var seen = await first.Get($"/accounts/{who.Id}/grants/new?role=Reader&scope=Portal");
        await second.Submit(await second.Get($"/accounts/{who.Id}/grants/removal?role=Superuser&scope=Location:{portal.Rollout.NorthA}"), "main form[method=post]");

        var stale = await first.Submit(seen, "main form[method=post]");
        var again = await first.Submit(stale, "main form[method=post]");

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Mistede: Superbruger for Bosted Nørrebro", stale.Words, StringComparison.Ordinal);
        Assert.Contains("Læser for hele portalen", stale.Html.QuerySelector(".sentence")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
    }

    [Fact]
    public async Task What_is_asked_for_twice_is_no_conflict()
    {
        var (administrator, who) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal));
        var preview = await administrator.Get($"/accounts/{who.Id}/grants/new?role=Reader&scope=Portal");

        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(preview, "main form[method=post]")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(preview, "main form[method=post]")).Status);
    }

    [Fact]
    public async Task An_administrator_of_a_programme_sees_and_gives_what_lies_in_it()
    {
        var administrator = await portal.SignIn(OfTheProgramme);
        var inside = await Holder.Open(portal, Superuser);
        var everywhere = await Holder.Open(portal, new Grant(Role.Reader, ScopeKind.Portal, null));
        var both = await Holder.Open(portal, Superuser, new Grant(Role.Reader, ScopeKind.Portal, null));
        var list = await administrator.Get("/accounts?q=eksempel.dk");

        Assert.NotNull(list.Html.QuerySelector($"#account-{inside.Id}"));
        Assert.Null(list.Html.QuerySelector($"#account-{everywhere.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Get($"/accounts/{everywhere.Id}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Get($"/accounts/{inside.Id}/grants/new?role=Reader&scope=Portal")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get($"/accounts/{inside.Id}/grants/new?role=Administrator&scope=Programme:{portal.Rollout.Programme}")).Status);
        Assert.Contains("1 rolle uden for det, du administrerer", (await administrator.Get($"/accounts/{both.Id}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Læser", (await administrator.Get($"/accounts/{both.Id}")).Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reset-links")]
    [InlineData("invitations")]
    [InlineData("sessions/removal")]
    [InlineData("unlocking")]
    [InlineData("disabling")]
    public async Task An_account_that_may_more_elsewhere_is_not_in_their_hands(string act)
    {
        var administrator = await portal.SignIn(OfTheProgramme);
        var both = await Holder.Open(portal, Superuser, new Grant(Role.Reader, ScopeKind.Portal, null));

        var tried = await administrator.Post($"/accounts/{both.Id}/{act}", [new("reason", "forsøg"), new("seen", "2")], from: "/accounts");

        Assert.Equal(HttpStatusCode.NotFound, tried.Status);
    }

    [Fact]
    public async Task Nobody_posts_past_the_page_what_is_above_them()
    {
        var administrator = await portal.SignIn(OfTheProgramme);
        var inside = await Holder.Open(portal, Superuser);

        foreach (var target in (Guid[])[inside.Id, administrator.Account])
        {
            var given = await administrator.Post($"/accounts/{target}/grants", [new("role", "Administrator"), new("scope", "Portal"), new("seen", "1")], from: "/accounts");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, given.Status);
        }

        var invited = await administrator.Post(
            "/accounts/invitations/new",
            [new("Form.AccountId", $"{Guid.NewGuid()}"), new("Form.Name", "Åse"), new("Form.Email", Fresh.Email()), new("Form.Language", "da"),
                new("Form.Grants[0].Role", "Administrator"), new("Form.Grants[0].Scope", "Portal")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, invited.Status);
    }

    [Fact]
    public async Task Closing_takes_a_reason_and_the_pages_at_once_and_opening_gives_them_back()
    {
        var (administrator, who, device) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal, Superuser), portal.Anonymous());
        await who.SignIn(device);
        var form = await administrator.Get($"/accounts/{who.Id}/disabling");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Submit(form, "form[action$='/disabling']")).Status);
        var closed = await administrator.Submit(form, "form[action$='/disabling']", ("Reason", "Stoppet i kommunen"));

        Assert.Equal($"/accounts/{who.Id}?done=disabled", closed.Location);
        Assert.DoesNotContain("Logget ind på 1 enhed", (await administrator.Get($"/accounts/{who.Id}")).Words, StringComparison.Ordinal);
        Assert.Equal("/sign-in?closed=true", (await device.Get("/me")).Location);
        Assert.Contains("Din konto er lukket", (await device.Get("/sign-in?closed=true")).Words, StringComparison.Ordinal);
        Assert.Contains("Stoppet i kommunen", (await administrator.Get($"/accounts/{who.Id}")).Words, StringComparison.Ordinal);
        await administrator.Submit(await administrator.Get($"/accounts/{who.Id}/enabling"), "form[action$='/enabling']");
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(device)).Status);
    }

    [Fact]
    public async Task Whoever_looks_at_a_page_while_the_account_is_closed_is_told_so_and_not_asked_to_sign_in()
    {
        var (who, device) = (await Holder.Open(portal, Superuser), portal.Anonymous());
        await who.SignIn(device);
        await portal.Services.GetRequiredService<AccountDecisions>().Disable(who.Id, by: null, "Stoppet", seen: null, TestContext.Current.CancellationToken);

        var told = await device.Get("/me", partial: true);

        Assert.Equal(HttpStatusCode.Unauthorized, told.Status);
        Assert.Equal("Din konto er lukket", told.Html.QuerySelector("dialog#sign-in-dialog h2")!.TextContent);
        Assert.Empty(told.Html.QuerySelectorAll("dialog :is(form, input)"));
    }

    [Fact]
    public async Task Nobody_closes_the_own_account()
    {
        var administrator = await portal.SignIn(Role.Administrator);

        Assert.Null((await administrator.Get($"/accounts/{administrator.Account}")).Html.QuerySelector("a[href$='/disabling']"));
        var tried = await administrator.Post($"/accounts/{administrator.Account}/disabling", [new("reason", "ups"), new("seen", "1")], from: "/accounts");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("/me")).Status);
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        var (administrator, who) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal, Superuser));
        using var forged = new FormUrlEncodedContent([new("role", "Administrator"), new("scope", "Portal"), new("seen", "1")]);

        using var answer = await administrator.Client.PostAsync(new Uri($"/accounts/{who.Id}/grants", UriKind.Relative), forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}

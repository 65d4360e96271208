using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class DescribingAnAccount(Portal portal) : IClassFixture<Portal>
{
    private const string Form = "main form[action$='/description']";

    private Grant Here => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    [Fact]
    public async Task Another_name_is_seen_at_once()
    {
        var (administrator, who) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal, Here));

        var done = await administrator.Submit(await administrator.Get($"/accounts/{who.Id}/description"), Form, ("Form.Name", "Åse Ærlig-Gift"));

        Assert.Equal($"/accounts/{who.Id}?done=described", done.Location);
        var page = await administrator.Get(done.Location!);
        Assert.Equal("Åse Ærlig-Gift", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("Navn eller e-mail ændret", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_is_asked_about_and_is_then_the_one_to_sign_in_with()
    {
        var (administrator, who, browser) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal, Here), portal.Anonymous());
        var address = Fresh.Email();

        var asked = await administrator.Submit(await administrator.Get($"/accounts/{who.Id}/description"), Form, ("Form.Email", address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains(who.Email, asked.Words, StringComparison.Ordinal);
        var done = await administrator.Submit(asked, Form, ("Form.Confirmed", "true"));

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(browser)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await (who with { Email = address }).SignIn(browser)).Status);
        // The old one is free again.
        await Holder.Open(portal, who.Email);
    }

    [Fact]
    public async Task An_address_is_one_accounts_and_what_was_typed_stays()
    {
        var (administrator, who, other) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal, Here), await Holder.Open(portal, Here));
        var page = await administrator.Get($"/accounts/{who.Id}/description");

        var taken = await administrator.Submit(page, Form, ("Form.Email", other.Email), ("Form.Confirmed", "true"));
        var wrong = await administrator.Submit(page, Form, ("Form.Email", "ingen adresse"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (taken.Status, wrong.Status));
        Assert.Equal(other.Email, taken.Html.QuerySelector("#Form_Email")!.GetAttribute("value"));
        Assert.NotNull(wrong.Html.QuerySelector("#Form_Email[aria-invalid]"));
    }

    [Fact]
    public async Task What_another_administrator_has_written_meanwhile_is_shown_first()
    {
        var (first, second, who) = (await portal.SignIn(Role.Administrator), await portal.SignIn(Role.Administrator), await Holder.Open(portal, Here));
        var old = await first.Get($"/accounts/{who.Id}/description");
        await second.Submit(await second.Get($"/accounts/{who.Id}/description"), Form, ("Form.Name", "Åse Anden"));

        var stale = await first.Submit(old, Form, ("Form.Name", "Åse Første"));
        var again = await first.Submit(stale, Form);

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Navn eller e-mail ændret", stale.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Contains("Åse Første", (await first.Get($"/accounts/{who.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_holds_only_a_part_of_the_account_corrects_nothing()
    {
        var own = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, portal.Rollout.NorthA));
        var who = await Holder.Open(portal, Here, new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.SouthA));

        Assert.Equal(HttpStatusCode.NotFound, (await own.Get($"/accounts/{who.Id}/description")).Status);
    }
}

using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.AccessLog;

public sealed class KeepingTheAccessLog(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Signing_in_wrongly_rightly_and_out_stands_there_with_the_account_and_no_address_of_mail()
    {
        var who = await Holder.Open(portal, new Grant(Role.Reader, ScopeKind.Portal, null));
        var browser = portal.Anonymous();
        await (who with { Password = "en helt forkert adgangskode" }).SignIn(browser);
        await (who with { Email = "nobody@eksempel.dk" }).SignIn(browser);
        await who.SignIn(browser);
        await browser.Submit(await browser.Get("/me"), "main form[action='/sign-out']");

        var all = (await portal.Services.Log()).Select(row => row.Entry).ToList();
        var wrong = Assert.Single(all, entry => entry.Outcome == "sign-in.wrong" && entry.About == who.Id);
        Assert.Equal((AccessKind.SignIn, null, "POST /sign-in", 422), (wrong.Kind, wrong.Account, wrong.Action, wrong.Status));
        var mine = all.Where(entry => entry.Account == who.Id).ToList();
        Assert.Equal([(AccessKind.SignIn, "sign-in.ok"), (AccessKind.SignOut, null)], mine.Select(entry => (entry.Kind, entry.Outcome)));
        Assert.DoesNotContain(all, entry => $"{entry}".Contains('@'));
    }

    [Fact]
    public async Task A_closed_account_stands_there_as_closed()
    {
        var who = await Holder.Open(portal, new Grant(Role.Reader, ScopeKind.Portal, null));
        for (var i = 0; i < 6; i++)
            await (who with { Password = "en helt forkert adgangskode" }).SignIn(portal.Anonymous());

        Assert.Equal("sign-in.closed", (await portal.Services.Log()).Last(row => row.Entry.About == who.Id).Entry.Outcome);
    }

    [Fact]
    public async Task What_is_written_stands_there_before_it_is_acknowledged_with_what_it_was_about()
    {
        var superuser = await portal.SignIn(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));
        await superuser.Post("/language", [new("language", "da")]);
        var ticket = await portal.Log(portal.Rollout.NorthA, portal.Now());
        await superuser.Post($"/tickets/{ticket}/assignment", from: $"/tickets/{ticket}");

        var written = (await portal.Services.LogOf(superuser.Account)).Single(entry => entry.Action == "POST /tickets/{ticketId}/assignment");
        Assert.Equal((AccessKind.Write, ticket, "SeeTickets+TriageTickets", 303), (written.Kind, written.About!.Value, written.Permission, written.Status));
    }

    [Fact]
    public async Task What_is_made_is_named_by_what_the_log_wrote_to()
    {
        var administrator = await portal.SignIn(Role.Administrator);
        var page = await administrator.Get("/programmes/new");
        await administrator.Submit(page, "form[action='/programmes']", ("Name", "Nyt program"));
        await administrator.Submit(page, "form[action='/programmes']", ("Name", ""));

        var made = (await portal.Services.LogOf(administrator.Account)).Where(entry => entry.Action == "POST /programmes").ToList();
        Assert.Equal([303, 422], made.Select(entry => entry.Status));
        Assert.NotNull(made[0].About);
        Assert.NotNull(made[1].Outcome);
    }

    [Fact]
    public async Task Whoever_came_second_stands_there_with_the_reason()
    {
        var (support, colleague) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        var ticket = await portal.Log(portal.Rollout.NorthA, portal.Now());
        var open = await support.Get($"/tickets/{ticket}");
        await colleague.Post($"/tickets/{ticket}/assignment", from: $"/tickets/{ticket}");
        Assert.Equal(HttpStatusCode.Conflict, (await support.Submit(open, "form[action$='/assignment']")).Status);
        var (first, second) = (await portal.SignIn(Role.Administrator), await portal.SignIn(Role.Administrator));
        var form = $"/accounts/{support.Account}/description";
        var old = await first.Get(form);
        await second.Submit(await second.Get(form), $"form[action='{form}']", ("Form.Name", "Sofie Support"));
        await first.Submit(old, $"form[action='{form}']", ("Form.Name", "Søren Support"));

        Assert.All(
            (await portal.Services.Log()).Where(row => row.Entry.Status is 409 or 422).ToList(), row => Assert.False(string.IsNullOrEmpty(row.Entry.Outcome), $"{row.Entry}"));
        Assert.Contains(await portal.Services.LogOf(support.Account), entry => entry.Status == 409);
        Assert.Contains(await portal.Services.LogOf(first.Account), entry => entry.Status == 409);
    }

    [Fact]
    public async Task Whoever_is_refused_stands_there_outside_the_scope_too()
    {
        var reader = await portal.SignIn(new Grant(Role.Reader, ScopeKind.Location, portal.Rollout.NorthA));
        await reader.Get("/programmes/new");
        await reader.Get($"/locations/{portal.Rollout.SouthB}");
        await reader.Get($"/locations/{portal.Rollout.NorthA}");
        await reader.Get("/no/such/page");
        await portal.Anonymous().Post($"/locations/{portal.Rollout.NorthA}/tickets", from: "/sign-in");

        Assert.Equal(
            [("GET /programmes/new", 403), ("GET /locations/{locationId}", 404)],
            (await portal.Services.LogOf(reader.Account)).Where(entry => entry.Kind is AccessKind.Refused).Select(entry => (entry.Action, entry.Status)));
        Assert.Contains(await portal.Services.LogOf(null), entry => entry is { Kind: AccessKind.Refused, Action: "POST /locations/{locationId}/tickets" });
    }

    [Fact]
    public async Task Opening_a_ticket_stands_there_and_a_page_that_fetches_itself_again_does_not_say_it_twice()
    {
        var support = await portal.SignIn(Role.Support);
        var ticket = await portal.Log(portal.Rollout.NorthA, portal.Now());
        await support.Get($"/tickets/{ticket}");
        for (var i = 0; i < 3; i++)
            await support.Get($"/tickets/{ticket}", partial: true);
        await support.Get($"/waves/{portal.Rollout.Wave1}");

        Assert.Equal([("GET /tickets/{ticketId}", ticket)], (await portal.Services.LogOf(support.Account)).Select(entry => (entry.Action, entry.About!.Value)));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "6.6.6.6")]
    [InlineData("X-Forwarded-For", "'; drop table access_log; --")]
    [InlineData("X-Real-IP", "6.6.6.6")]
    [InlineData("User-Agent", "=HYPERLINK(\"x\")")]
    [InlineData("Referer", "http://localhost/secret?token=abc")]
    public async Task What_a_client_says_of_itself_is_not_believed_nor_kept(string header, string value)
    {
        var reader = await portal.SignIn(Role.Reader);
        reader.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        await reader.Get("/programmes/new?q=hemmelig&token=abc");

        var entry = Assert.Single(await portal.Services.LogOf(reader.Account));
        Assert.DoesNotContain(value, $"{entry}", StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", $"{entry}", StringComparison.Ordinal);
        Assert.DoesNotContain("abc", $"{entry.Action}{entry.Outcome}{entry.Address}{entry.Permission}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Huge_and_strange_addresses_harm_nothing()
    {
        var reader = await portal.SignIn(Role.Reader);
        foreach (var address in new[] { $"/tickets/{new string('x', 4_000)}", $"/locations/{Guid.Empty}?{new string('q', 4_000)}", "/locations/%ff%fe" })
            Assert.True((await reader.Get(address)).Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, address);

        var kept = await portal.Services.LogOf(reader.Account);
        Assert.NotEmpty(kept);
        Assert.All(kept, entry => Assert.True($"{entry}".Length < 500));
    }
}

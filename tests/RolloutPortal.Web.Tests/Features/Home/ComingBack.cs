using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Home;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Home;

public sealed class ComingBack(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task What_others_did_meanwhile_stands_first_in_words_and_what_one_did_oneself_does_not()
    {
        var (superuser, support) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Support));
        var (solved, own) = (await superuser.LogTicket(rollout.NorthA, "Medicinlisten er tom"), await superuser.LogTicket(rollout.NorthA, "Min egen ændring"));
        Assert.Empty(News(await superuser.Get("/my")));
        await WasHere(superuser);
        await support.Post($"/tickets/{solved}/comments", [new("words", "Prøv igen")], from: $"/tickets/{solved}");
        await support.Post($"/tickets/{solved}/resolution", [new("cause", "Training")], from: $"/tickets/{solved}");
        await superuser.Post($"/tickets/{own}/comments", [new("words", "Stadig sådan")], from: $"/tickets/{own}");

        var page = await superuser.Get("/my");

        Assert.Equal([solved], News(page));
        Assert.Matches("Løst af Prøve Person \\w+ i dag kl. 08.\\d\\d · og 1 ændring til", page.Words);
        Assert.Equal("1 ny", (await superuser.Get("/my/news")).Words);
        Assert.Contains("1 ny", (await superuser.Get("/help")).Html.QuerySelector("#my-news")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"ticket-{solved}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_that_was_opened_is_seen_on_every_device_until_something_new_happens_to_it()
    {
        var (phone, support) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Support));
        var id = await phone.LogTicket(rollout.NorthA, "Åbnet");
        await phone.Get("/my");
        await WasHere(phone);
        await support.Post($"/tickets/{id}/assignment", from: $"/tickets/{id}");
        Assert.Equal([id], News(await phone.Get("/my")));

        await phone.Get($"/tickets/{id}");
        Assert.Empty(News(await phone.Get("/my")));
        Assert.Equal("", (await phone.Get("/my/news")).Words);
        await support.Submit(await support.Get($"/tickets/{id}"), $"form[action='/tickets/{id}/release']");

        Assert.Equal([id], News(await phone.Get("/my", partial: true)));
    }

    [Fact]
    public async Task All_is_seen_with_one_press_and_a_visit_that_goes_on_keeps_what_was_new_in_it()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.SouthA);
        await superuser.Get("/my");
        await WasHere(superuser);
        var id = await portal.Log(rollout.SouthA, portal.Now(), words: "Kollegaens sag");

        var page = await superuser.Get("/my");
        Assert.Equal([id], News(page));
        Assert.Equal([id], News(await superuser.Get("/my")));
        var seen = await superuser.Submit(page, "form[action='/my/seen']");

        Assert.Equal((HttpStatusCode.SeeOther, "/my"), (seen.Status, seen.Location));
        Assert.Empty(News(await superuser.Get("/my")));
        Assert.Contains("Kollegaens sag", (await superuser.Get("/my")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_tickets_stand_apart_from_those_of_others_at_the_same_place()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.SouthB);
        var (own, others) = (await superuser.LogTicket(rollout.SouthB, "Min egen"), await portal.Log(rollout.SouthB, portal.Now(), words: "Kollegaens"));

        var page = await superuser.Get("/my");

        Assert.Equal([$"ticket-{own}"], page.Html.QuerySelectorAll("#mine tbody tr").Select(row => row.Id));
        Assert.Equal("1 åben", page.Html.QuerySelector("#mine header .quiet")!.TextContent);
        Assert.Equal([$"ticket-{others}"], page.Html.QuerySelectorAll("#here tbody tr").Select(row => row.Id));
        Assert.Equal("Andre sager på Bosted Valby", page.Html.QuerySelector("#here h2")!.TextContent);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(29, false)]
    public async Task After_half_an_hour_away_it_is_another_visit(int minutesAway, bool isAnother)
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.SouthA);
        await superuser.Get("/my");
        await Database.Execute(
            "update account_visit set seen_until = $2, last_at = $3 where account_id = $1", Ct, superuser.Account, portal.Now().AddHours(-20), portal.Now().AddMinutes(-minutesAway));

        await superuser.Get("/my");

        Assert.Equal(isAnother, (await portal.Services.GetRequiredService<Visits>().SeenUntil(superuser.Account, Ct))!.Value > portal.Now().AddHours(-1));
    }

    [Fact]
    public async Task What_is_assigned_to_one_is_said_and_what_one_may_not_see_is_not()
    {
        var (superuser, manager) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.RolloutManager));
        await superuser.Get("/my");
        await WasHere(superuser);
        var (given, hidden) = (await portal.Log(rollout.NorthA, portal.Now(), words: "Til dig"), await portal.Log(rollout.SouthA, portal.Now(), words: "Andres"));
        await portal.Act(hidden, ticket => ticket.Take(superuser.Account, portal.Now()));
        using (portal.Services.GetRequiredService<Actor>().As(manager.Account, "test"))
            await portal.Act(given, ticket => ticket.Take(superuser.Account, portal.Now()));

        var page = await superuser.Get("/my");

        Assert.Contains("Tildelt dig af", page.Words, StringComparison.Ordinal);
        Assert.Equal("1 ny", (await superuser.Get("/my/news")).Words);
        Assert.DoesNotContain("Andres", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_page_of_their_own_has_no_mark_and_nothing_is_written_of_them()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());

        Assert.Null((await support.Get($"/tickets/{id}")).Html.QuerySelector("#my-news"));
        Assert.Equal(0, await Database.Scalar<long>("select (select count(*) from account_visit where account_id = $1) + (select count(*) from ticket_seen where account_id = $1)", Ct, support.Account));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Database => portal.Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>A moment ago: whatever other tests did before is seen.</summary>
    private Task<int> WasHere(Browser browser) =>
        Database.Execute("update account_visit set seen_until = $2, last_at = $2 where account_id = $1", Ct, browser.Account, portal.Now().AddMilliseconds(-1));

    private static IEnumerable<Guid> News(Answer page) => page.Html.QuerySelectorAll("li[id^=news-]").Select(line => Guid.Parse(line.Id!["news-".Length..]));
}

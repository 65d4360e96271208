using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class ActingOnSeveralTickets(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Ticked_tickets_are_taken_each_by_itself_and_one_summary_says_what_became_of_them()
    {
        var (support, colleague) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        Guid[] ids = [await Ticket("Første"), await Ticket("Anden"), await Ticket("Tredje")];
        var ticks = await Ticks(support, ids);
        await portal.Act(ids[1], ticket => ticket.Take(colleague.Account, portal.Now()));
        await portal.Act(ids[2], ticket => ticket.Resolve(Cause.Training, null, portal.Now()));

        var outcome = await Act(support, "Take", ticks);
        var again = await Act(support, "Take", ticks[..1]);

        Assert.Equal(HttpStatusCode.OK, outcome.Status);
        Assert.Contains("1 sag er taget.", outcome.Words, StringComparison.Ordinal);
        Assert.Contains("2 kunne ikke:", outcome.Words, StringComparison.Ordinal);
        Assert.Contains("Sagen er taget i mellemtiden. Den er nu hos: Prøve Person", outcome.Words, StringComparison.Ordinal);
        Assert.Equal(ids[1..].Select(id => $"/tickets/{id}"), outcome.Html.QuerySelectorAll("[data-bulk-done] li a").Select(link => link.GetAttribute("href")));
        Assert.Contains("1 sag er taget.", again.Words, StringComparison.Ordinal);
        Assert.Equal([support.Account, colleague.Account, null], [.. await Assignees(ids)]);
    }

    [Fact]
    public async Task They_are_assigned_to_somebody_who_may_have_them()
    {
        var (manager, north) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.Superuser, rollout.NorthA));
        Guid[] ids = [await Ticket("Til nord"), await portal.Log(rollout.SouthA, portal.Now(), words: "Til syd")];
        var ticks = await Ticks(manager, ids);

        var question = await Act(manager, "Assign", ticks);
        var missing = await manager.Submit(question, "form[action='/tickets/acts']");
        var outcome = await manager.Submit(missing, "form[action='/tickets/acts']", ("Assignee", $"{north.Account}"));

        Assert.Contains("(kan få 1 af 2)", question.Html.QuerySelector($"option[value='{north.Account}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (question.Status, missing.Status, outcome.Status));
        Assert.Contains("1 sag er tildelt.", outcome.Words, StringComparison.Ordinal);
        Assert.Contains("Den valgte må ikke håndtere sager der.", outcome.Words, StringComparison.Ordinal);
        Assert.Equal([north.Account, null], [.. await Assignees(ids)]);
    }

    [Fact]
    public async Task Nobody_is_named_for_tickets_that_one_may_not_triage()
    {
        var (north, south) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Superuser, rollout.SouthA));
        Guid[] ids = [await Ticket("Mit eget"), await portal.Log(rollout.SouthA, portal.Now(), words: "Et fremmed")];

        var (mixed, foreign) = (await Act(north, "Assign", [.. ids.Select(Tick)]), await Act(north, "Assign", [Tick(ids[1])]));

        Assert.NotNull(mixed.Html.QuerySelector($"option[value='{north.Account}']"));
        Assert.Null(mixed.Html.QuerySelector($"option[value='{south.Account}']"));
        Assert.Empty(foreign.Html.QuerySelectorAll("select[name=Assignee] option[value]:not([value=''])"));

        static string Tick(Guid id) => $"{id}//S4";
    }

    [Fact]
    public async Task Their_severity_is_changed_with_a_reason_and_the_history_shows_what_the_table_gave()
    {
        var support = await portal.SignIn(Role.Support);
        Guid[] ids = [await Ticket("Vejes"), await Ticket("Vejes også"), await Ticket("Vejes imens")];
        var ticks = await Ticks(support, ids);
        using (portal.Services.GetRequiredService<Actor>().As(support.Account, "test"))
            await portal.Act(ids[2], ticket => ticket.Weigh(Severity.S2, Guid.CreateVersion7(), portal.Now()));

        var question = await Act(support, "Weigh", ticks);
        var missing = await support.Submit(question, "form[action='/tickets/acts']", ("Severity", "S1"));
        var outcome = await support.Submit(missing, "form[action='/tickets/acts']", ("Severity", "S1"), ("Reason", "Rammer alle aftenvagter"));
        var page = await support.Get($"/tickets/{ids[0]}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("2 sager har fået ny alvor.", outcome.Words, StringComparison.Ordinal);
        Assert.Contains("Alvoren er ændret imens: S2", outcome.Words, StringComparison.Ordinal);
        Assert.Equal([Severity.S1, Severity.S1, Severity.S2], [.. (await Task.WhenAll(ids.Select(portal.Row))).Select(row => row.Severity)]);
        Assert.Contains("(tabellen gav S3)", page.Words, StringComparison.Ordinal);
        Assert.Contains("Rammer alle aftenvagter", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_acts_on_what_is_not_theirs_whatever_the_form_says()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var (own, hidden) = (await Ticket("Vores"), await portal.Log(rollout.SouthA, portal.Now(), words: "Andres"));

        var outcome = await Act(superuser, "Take", [$"{own}//S3", $"{hidden}//S3", "nonsense", $"{own}//S3"]);

        Assert.Contains("1 sag er taget.", outcome.Words, StringComparison.Ordinal);
        Assert.Contains("Sagen findes ikke.", outcome.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Andres", outcome.Words, StringComparison.Ordinal);
        Assert.Equal([superuser.Account, null], [.. await Assignees([own, hidden])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Act(superuser, "Take", [])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Act(superuser, "Delete", [$"{own}//S3"])).Status);
        Assert.Equal("/tickets", (await Act(superuser, "Take", [$"{own}//S3"], "https://eksempel.dk/programmes/")).Html.QuerySelector("main a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Only_open_ones_that_one_may_handle_can_be_ticked()
    {
        var (leader, superuser) = (await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, rollout.North)), await portal.SignIn(Role.Superuser, rollout.NorthA));
        var (open, resolved) = (await Ticket("Åben"), await Ticket("Løst"));
        await portal.Act(resolved, ticket => ticket.Resolve(Cause.Training, null, portal.Now()));

        var (seen, handled) = (await leader.Get(List), await superuser.Get(List));

        Assert.Null(seen.Html.QuerySelector("#bulk"));
        Assert.Empty(seen.Html.QuerySelectorAll("input[name=Ticks]"));
        Assert.NotNull(handled.Html.QuerySelector($"#ticket-{open} input[name=Ticks]"));
        Assert.Null(handled.Html.QuerySelector($"#ticket-{resolved} input[name=Ticks]"));
    }

    private string List => $"/programmes/{rollout.Programme}/tickets";

    private Task<Guid> Ticket(string words) => portal.Log(rollout.NorthA, portal.Now(), words: words);

    private async Task<string[]> Ticks(Browser browser, Guid[] ids)
    {
        var page = await browser.Get(List);
        return [.. ids.Select(id => page.Html.QuerySelector($"#ticket-{id} input[name=Ticks]")!.GetAttribute("value")!)];
    }

    private Task<Answer> Act(Browser browser, string act, string[] ticks, string? list = null) =>
        browser.Post("/tickets/acts", [new("Act", act), new("List", list ?? List), .. ticks.Select(tick => KeyValuePair.Create("Ticks", tick))], from: List);

    private async Task<IEnumerable<Guid?>> Assignees(Guid[] ids) => (await Task.WhenAll(ids.Select(portal.Row))).Select(row => row.AssigneeId);
}

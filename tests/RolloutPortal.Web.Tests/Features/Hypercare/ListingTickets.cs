using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class ListingTickets(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Filters_narrow_it_and_may_be_joined()
    {
        var now = portal.Now();
        var medicine = await portal.Log(rollout.NorthA, now.AddHours(-1), p => p with { ModuleId = rollout.Medicine, Kind = TicketKind.Access }, "Filtret medicin");
        var severe = await portal.Log(rollout.SouthA, now.AddDays(-4), p => p with { Urgency = Urgency.StatutoryOrSafetyNow }, "Filtret alvor");
        var outside = await portal.Log(rollout.NorthB, now.AddHours(-2), words: "Filtret uden for");
        var resolved = await portal.Log(rollout.NorthA, now.AddHours(-3), words: "Filtret løst");
        await portal.Act(resolved, ticket => ticket.Resolve(Cause.Training, null, now.AddHours(-1)));
        var wish = await portal.Log(rollout.NorthA, now.AddHours(-4), p => p with { Kind = TicketKind.ChangeRequest }, "Filtret ønske");

        await Finds("", medicine, severe, outside, resolved, wish);
        await Finds($"&location={rollout.NorthB}", outside);
        await Finds($"&area={rollout.North}", medicine, outside, resolved, wish);
        await Finds($"&wave={rollout.Wave1}", medicine, severe, resolved, wish);
        await Finds($"&wave={rollout.Wave1}&area={rollout.South}", severe);
        await Finds($"&module={rollout.Medicine}", medicine);
        await Finds("&kind=Access", medicine);
        await Finds("&kind=counted", medicine, severe, outside, resolved);
        await Finds("&severity=S2", severe);
        await Finds("&severity=S1,S2", severe);
        await Finds("&status=open", medicine, severe, outside, wish);
        await Finds("&status=Resolved", resolved);
        await Finds("&during=no", outside);
        await Finds("&during=yes&status=open&kind=counted", medicine, severe);
        await Finds("&from=2022-01-22", medicine, outside, resolved, wish);
        await Finds("&to=2022-01-21", severe);
        await Finds("&last=logged-24h&kind=counted", medicine, outside, resolved);
        await Finds("&last=resolved-24h", resolved);
    }

    [Fact]
    public async Task Today_yesterday_and_seven_days_are_whole_days_and_the_phone_says_when_in_words()
    {
        var now = portal.Now();
        var today = await portal.Log(rollout.NorthA, now.AddHours(-2), words: "Kalenderdag et");
        var yesterday = await portal.Log(rollout.NorthA, now.AddHours(-20), words: "Kalenderdag to");
        var sixDaysAgo = await portal.Log(rollout.NorthA, now.AddDays(-6).AddHours(-7), words: "Kalenderdag tre");
        await portal.Log(rollout.NorthA, now.AddDays(-7), words: "Kalenderdag fire");

        Assert.Equal([today], await Ids("?q=kalenderdag&sort=-logged&last=logged-today"));
        Assert.Equal([yesterday], await Ids("?q=kalenderdag&sort=-logged&last=logged-yesterday"));
        Assert.Equal([today, yesterday, sixDaysAgo], await Ids("?q=kalenderdag&sort=-logged&last=logged-7d"));
        var page = await (await portal.SignIn(Role.Support)).Get($"/programmes/{rollout.Programme}/tickets?q=kalenderdag&sort=-logged&last=logged-7d");
        Assert.Contains("Hvornår: Logget de seneste 7 dage", page.Html.QuerySelector(".chosen")!.TextContent, StringComparison.Ordinal);
        var said = page.Html.QuerySelectorAll("#tickets tbody [data-narrow]").Select(cell => cell.TextContent).ToList();
        Assert.Matches(@"^\d\d\.\d\d$", said[0]);
        Assert.Matches(@"^i går \d\d\.\d\d$", said[1]);
        Assert.Equal("19. jan.", said[2]);
    }

    [Fact]
    public async Task Words_are_found_wherever_they_stand_and_numbers_as_they_are_read_out()
    {
        var percent = await portal.Log(rollout.NorthA, portal.Now(), words: "Kun 50% af HANDLEPLANERNE kom over");
        var other = await portal.Log(rollout.NorthA, portal.Now(), words: "Kun 500 af planerne");

        Assert.Equal([percent], await Ids("?q=handleplan"));
        Assert.Equal([percent], await Ids("?q=50%25"));
        Assert.Equal([other], await Ids($"?q={TicketNumber.Of(other).ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}"));
        foreach (var heard in new[] { TicketNumber.Of(other)[..4], TicketNumber.Of(other)[5..].ToLowerInvariant(), TicketNumber.Of(other)[..5], TicketNumber.Of(other).Replace('-', ' ') })
            Assert.Equal([other], await Ids($"?q={Uri.EscapeDataString(heard)}"));
        Assert.Empty(await Ids("?q=%5C_%25findes%20ikke"));
    }

    [Fact]
    public async Task All_words_must_stand_in_the_ticket_in_any_order_and_in_any_of_its_texts()
    {
        var both = await portal.Log(rollout.NorthA, portal.Now(), words: "Doseringen mangler på aftenvagten");
        await portal.Log(rollout.NorthA, portal.Now(), words: "Doseringen er fin");

        Assert.Equal([both], await Ids("?q=aftenvagten%20dosering"));
        Assert.Empty(await Ids("?q=aftenvagten%20dosering%20morgen"));
    }

    [Fact]
    public async Task A_day_that_is_none_is_said()
    {
        var support = await portal.SignIn(Role.Support);

        Assert.Contains("»2022-02-30« er ingen dato", (await support.Get(Address + "?from=2022-02-30")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("er ingen dato", (await support.Get(Address + "?from=2022-02-28&to=")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_offer_what_the_viewer_may_see()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        var page = await superuser.Get(Address);

        Assert.Equal(["", rollout.North.ToString()], page.Html.QuerySelectorAll("#area option").Select(option => option.GetAttribute("value")!));
        Assert.Equal(["", rollout.Wave1.ToString()], page.Html.QuerySelectorAll("#wave option").Select(option => option.GetAttribute("value")!));
    }

    [Fact]
    public async Task Whose_they_are_is_asked_of_whoever_asks()
    {
        var (first, second) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        var mine = await first.LogTicket(rollout.NorthA, "Min egen sag");
        var assigned = await portal.Log(rollout.SouthA, portal.Now());
        await portal.Act(assigned, ticket => ticket.Take(first.Account, portal.Now()));

        Assert.Equal([mine], await Ids("?who=mine", first));
        Assert.Equal([assigned], await Ids("?who=assigned", first));
        Assert.Empty(await Ids("?who=mine", second));
        Assert.Equal([mine], IdsIn(await first.Get(Address + "?who=mine", partial: true)));
        Assert.Empty(IdsIn(await second.Get(Address + "?who=mine", partial: true)));
    }

    [Fact]
    public async Task It_is_sorted_by_any_column_in_both_directions_and_the_pages_hold_each_ticket_once()
    {
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Location, rollout.SouthB));
        var at = portal.Now().AddDays(-1);
        for (var i = 0; i < 120; i++)
            await portal.Log(rollout.SouthB, at.AddMinutes(i / 3), p => p with { AffectedUsers = (i % 7) + 1, Urgency = (Urgency)(i % 4) });
        var list = $"{Address}?location={rollout.SouthB}";

        foreach (var sort in new[] { "severity", "-severity", "logged", "-logged", "users", "-users", "status", "location", "changed", "nonsense" })
        {
            var pages = new List<Answer> { await leader.Get($"{list}&sort={sort}"), await leader.Get($"{list}&sort={sort}&page=2"), await leader.Get($"{list}&sort={sort}&page=3") };
            Assert.Equal([50, 50, 20], pages.Select(page => IdsIn(page).Length));
            Assert.Equal(120, pages.SelectMany(IdsIn).Distinct().Count());
            Assert.Contains("1–50 af 120", pages[0].Words, StringComparison.Ordinal);
            if (sort == "-users") Assert.Equal(Enumerable.Range(1, 7).Reverse(), pages.SelectMany(Users).Distinct());
            if (sort == "severity") Assert.Equal(["S2", "S3", "S4"], pages.SelectMany(Severities).Distinct());
        }

        Assert.Equal(20, IdsIn(await leader.Get($"{list}&page=99")).Length);
        Assert.Equal(50, IdsIn(await leader.Get($"{list}&page=-1")).Length);
    }

    [Fact]
    public async Task What_one_may_not_see_is_not_in_it_whatever_is_asked()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var hidden = await portal.Log(rollout.SouthA, portal.Now(), words: "Andres");
        var seen = await portal.Log(rollout.NorthA, portal.Now(), words: "Vores");

        foreach (var query in new[] { "", $"?location={rollout.SouthA}", $"?area={rollout.South}", "?q=Andres", $"?wave={rollout.Wave1}" })
            Assert.DoesNotContain(hidden, IdsIn(await superuser.Get(Address + query)));
        Assert.Contains(seen, IdsIn(await superuser.Get(Address)));
        Assert.DoesNotContain(rollout.SouthA.ToString(), (await superuser.Get(Address)).Text, StringComparison.Ordinal);
        Assert.Equal($"hypercare/{rollout.NorthA}", (await superuser.Get(Address)).Html.QuerySelector("#tickets")!.GetAttribute("data-topic"));
    }

    [Fact]
    public async Task A_wrong_value_is_as_good_as_none()
    {
        var support = await portal.SignIn(Role.Support);

        foreach (var query in new[] { "?from=yesterday", "?severity=S9", "?kind=Nonsense", "?status=1", "?wave=x", "?page=x", "?to=9999-12-31", "?from=0001-01-01", "?location=" + Guid.Empty })
            Assert.Equal(HttpStatusCode.OK, (await support.Get(Address + query)).Status);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do_next()
    {
        var support = await portal.SignIn(Role.Support);

        var page = await support.Get(Address + "?q=dette-findes-ikke");

        Assert.Contains("Prøv et kortere ord", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($"#tickets a[href='{Address}']"));
        Assert.Contains("Fjern et filter, eller vis dem alle.", (await support.Get(Address + "?severity=S4&status=Withdrawn")).Words, StringComparison.Ordinal);
        Assert.NotNull((await support.Get(Address + "?q=dette-findes-ikke&status=open")).Html.QuerySelector($"#tickets a[href='{Address}?q=dette-findes-ikke']"));
    }

    [Fact]
    public async Task The_menu_leads_to_the_open_ones()
    {
        var support = await portal.SignIn(Role.Support);

        Assert.Equal($"{Address}?status=open", (await support.Get("/tickets")).Location);
        Assert.Equal($"{Address}?who=mine", (await support.Get("/tickets?who=mine")).Location);
    }

    private string Address => $"/programmes/{rollout.Programme}/tickets";

    private async Task Finds(string filters, params Guid[] expected) => Assert.Equal(expected.Order(), (await Ids("?q=Filtret" + filters)).Order());

    private async Task<Guid[]> Ids(string query, Browser? who = null) => IdsIn(await (who ?? await portal.SignIn(Role.Support)).Get(Address + query));

    private static Guid[] IdsIn(Answer page) => [.. page.Html.QuerySelectorAll("tr[id^=ticket-]").Select(row => Guid.Parse(row.Id!["ticket-".Length..]))];

    private static IEnumerable<int> Users(Answer page) => page.Html.QuerySelectorAll("tbody td.number").Select(cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string> Severities(Answer page) => page.Html.QuerySelectorAll("tbody .severity").Select(mark => mark.TextContent);
}

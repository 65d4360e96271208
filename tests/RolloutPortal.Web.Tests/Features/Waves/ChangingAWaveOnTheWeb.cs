using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Waves.Acts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Waves;

public sealed class ChangingAWaveOnTheWeb(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_cancelled_wave_says_so_with_the_reason_and_nothing_of_its_plan()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await portal.Rollout.PlanWave("Bølge uden fremtid", new DateOnly(2022, 4, 4));
        await planner.Submit(await planner.Get($"/waves/{wave}/cancellation"), "#wave-change", ("Form.Reason", "Slås sammen med næste"));
        var page = await planner.Get($"/waves/{wave}");

        Assert.Contains("Bølgen er aflyst Slås sammen med næste", page.Words);
        Assert.Null(page.Html.QuerySelector($"a[href='/waves/{wave}/locations']"));
        Assert.DoesNotContain("4. april 2022", page.Words);
    }

    [Fact]
    public async Task Moving_takes_a_reason_that_stands_in_the_history()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await portal.Rollout.PlanWave("Bølge der flyttes", new DateOnly(2022, 4, 4));
        var form = await planner.Get($"/waves/{wave}/moves");

        var refused = await planner.Submit(form, "#wave-change", ("Form.Day", "2022-04-25"), ("Form.Reason", "  "));
        Assert.Equal("Skriv en begrundelse.", refused.Html.QuerySelector("#Form_Reason-message")!.TextContent);
        Assert.Equal("2022-04-25", refused.Html.QuerySelector("#Form_Day")!.GetAttribute("value"));

        var moved = await planner.Submit(form, "#wave-change", ("Form.Day", "2022-04-25"), ("Form.Reason", "Sagsoverførsel er bagud"));
        Assert.Equal($"/waves/{wave}", moved.Location);
        var page = await planner.Get($"/waves/{wave}");
        Assert.Contains("Flyttet fra 4. apr. 2022, uge 14 til 25. apr. 2022, uge 17", page.Words);
        Assert.Equal("Sagsoverførsel er bagud", page.Html.QuerySelector(".timeline .written")!.TextContent);
    }

    [Fact]
    public async Task Who_did_it_is_a_name_to_those_who_may_know_and_a_role_to_others()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await portal.Rollout.PlanWave("Bølge med historik", new DateOnly(2022, 4, 4));
        await planner.Submit(await planner.Get($"/waves/{wave}/name"), "#wave-change", ("Form.Name", "Bølge med nyt navn"));

        Assert.Contains("Prøve Person", (await planner.Get($"/waves/{wave}")).Words);
        var reader = (await (await portal.SignIn(Role.Reader)).Get($"/waves/{wave}")).Words;
        Assert.Contains("Omdøbt til Bølge med nyt navn Udrulningsleder", reader);
        Assert.DoesNotContain("Prøve Person", reader[reader.IndexOf("Historik", StringComparison.Ordinal)..reader.IndexOf("Om bølgen", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task What_somebody_else_did_meanwhile_is_shown_before_anything_is_overwritten()
    {
        var first = await portal.SignIn(Role.RolloutManager);
        var second = await portal.SignIn(Role.RolloutManager);
        var wave = await portal.Rollout.PlanWave("Bølge med to planlæggere", new DateOnly(2022, 4, 4));
        var seen = await second.Get($"/waves/{wave}/moves");
        await first.Submit(await first.Get($"/waves/{wave}/moves"), "#wave-change", ("Form.Day", "2022-05-02"), ("Form.Reason", "Påske"));

        var stale = await second.Submit(seen, "#wave-change", ("Form.Day", "2022-05-16"), ("Form.Reason", "Lokaler"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Flyttet fra 4. apr. 2022, uge 14 til 2. maj 2022, uge 18", stale.Words);
        Assert.Contains("Du ville: flytte bølgen til 16. maj 2022, uge 20", stale.Words);
        Assert.Null(stale.Html.QuerySelector(".summary"));
        Assert.Equal("2022-05-16", stale.Html.QuerySelector("#Form_Day")!.GetAttribute("value"));
        Assert.Contains("2. maj 2022", (await second.Get($"/waves/{wave}")).Words);

        var anyway = await second.Submit(stale, "#wave-change");
        Assert.Equal(HttpStatusCode.SeeOther, anyway.Status);
        Assert.Contains("16. maj 2022, uge 20", (await second.Get($"/waves/{wave}")).Words);
    }

    [Fact]
    public async Task The_same_change_sent_twice_is_no_conflict()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await portal.Rollout.PlanWave("Bølge klikket to gange", new DateOnly(2022, 4, 4));
        var form = await planner.Get($"/waves/{wave}/moves");
        await planner.Submit(form, "#wave-change", ("Form.Day", "2022-05-02"), ("Form.Reason", "Påske"));

        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(form, "#wave-change", ("Form.Day", "2022-05-02"), ("Form.Reason", "Påske"))).Status);
    }

    [Fact]
    public async Task A_cancelled_wave_frees_its_locations()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await portal.Rollout.PlanWave("Bølge der aflyses", new DateOnly(2022, 4, 4));
        var other = await portal.Rollout.PlanWave("Bølge der overtager", new DateOnly(2022, 5, 4));
        var locations = portal.Services.GetRequiredService<WaveLocations>();
        Assert.Null(await locations.Assign(wave, [portal.Rollout.SouthB]));

        var answer = await planner.Submit(await planner.Get($"/waves/{wave}/cancellation"), "#wave-change", ("Form.Reason", "Slås sammen"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("Aflyst", (await planner.Get($"/waves/{wave}")).Words);
        Assert.Null(await locations.Assign(other, [portal.Rollout.SouthB]));
        Assert.Null(await locations.Unassign(other, [portal.Rollout.SouthB]));
    }

    [Theory]
    [InlineData("schedule")]
    [InlineData("hypercare-closing")]
    [InlineData("hypercare-reopening")]
    [InlineData("closing")]
    public async Task A_change_that_does_not_fit_leads_back_to_the_wave(string change)
    {
        var answer = await (await portal.SignIn(Role.RolloutManager)).Get($"/waves/{portal.Rollout.Wave2}/{change}");

        Assert.Equal($"/waves/{portal.Rollout.Wave2}", answer.Location);
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Superuser)]
    public async Task Those_who_do_not_plan_see_no_way_and_have_none(Role role)
    {
        var viewer = await portal.SignIn(role);
        var page = await viewer.Get($"/waves/{portal.Rollout.Wave2}");

        Assert.Equal(["hypercare"], page.Html.QuerySelectorAll($"a[href^='/waves/{portal.Rollout.Wave2}/']").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Get($"/waves/{portal.Rollout.Wave2}/moves")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Post($"/waves/{portal.Rollout.Wave2}/name", Name("X"), from: "/waves/" + portal.Rollout.Wave2)).Status);
    }

    [Fact]
    public async Task A_planner_of_another_programme_finds_nothing()
    {
        var stranger = await portal.SignIn(new Grant(Role.RolloutManager, ScopeKind.Programme, Guid.NewGuid()));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/waves/{portal.Rollout.Wave2}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/waves/{portal.Rollout.Wave2}/moves")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"/waves/{portal.Rollout.Wave2}/name", Name("X"), from: "/help")).Status);
    }

    [Theory]
    [InlineData("sv", "Flytta vågen")]
    [InlineData("en", "Move the wave")]
    public async Task The_form_speaks_the_viewers_language(string language, string title)
    {
        var signedIn = await portal.SignIn(Role.RolloutManager);
        var page = await new Browser(signedIn.Client, signedIn.Account) { Language = language }.Get($"/waves/{portal.Rollout.Wave2}/moves");

        Assert.Equal(title, page.Html.QuerySelector("h1")!.TextContent);
    }

    private static Dictionary<string, string> Form(Guid id, string name) =>
        new() { ["Form.WaveId"] = id.ToString(), ["Form.Name"] = name, ["Form.Number"] = "8", ["Form.Weeks"] = "6" };

    private static Dictionary<string, string> Name(string name) => new() { ["Form.Name"] = name, ["Form.Version"] = "3" };
}

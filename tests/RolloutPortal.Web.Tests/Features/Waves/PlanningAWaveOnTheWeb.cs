using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Waves;

public sealed class PlanningAWaveOnTheWeb(Portal portal) : IClassFixture<Portal>
{
    private string New => $"/programmes/{portal.Rollout.Programme}/waves/new";

    [Fact]
    public async Task A_wave_is_made_with_its_day_and_leads_to_its_page()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var form = await planner.Get(New);
        var answer = await planner.Submit(form, "#new-wave", ("Form.Name", " Bølge 7 · Udsatte "), ("Form.Day", "2022-06-20"), ("Form.Weeks", "4"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await planner.Get(answer.Location!);
        Assert.Equal("Bølge 7 · Udsatte", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("mandag den 20. juni 2022 uge 25", page.Words);
        Assert.Contains("Planlagt til 20. jun. 2022, uge 25 med 4 ugers hypercare", page.Words);
        Assert.Contains("Bølgen har ingen lokationer endnu", page.Words);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_wave()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var form = await planner.Get(New);
        var first = await planner.Submit(form, "#new-wave", ("Form.Name", "Bølge to gange"));
        var second = await planner.Submit(form, "#new-wave", ("Form.Name", "Bølge to gange"));

        Assert.Equal(first.Location, second.Location);
        Assert.Single((await planner.Get($"/programmes/{portal.Rollout.Programme}/waves")).Html.QuerySelectorAll("#waves th a"), a => a.TextContent == "Bølge to gange");
    }

    [Theory]
    [InlineData("Form.Name", "", "Form_Name")]
    [InlineData("Form.Name", "x\u0007y", "Form_Name")]
    [InlineData("Form.Number", "1000", "Form_Number")]
    [InlineData("Form.Number", "mange", "Form_Number")]
    [InlineData("Form.Day", "32-13-2022", "Form_Day")]
    [InlineData("Form.Day", "0202-06-20", "Form_Day")]
    [InlineData("Form.Weeks", "seks", "Form_Weeks")]
    public async Task Bad_input_gets_a_message_beside_its_field_and_keeps_what_was_typed(string field, string typed, string id)
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var form = await planner.Get(New);
        var answer = await planner.Submit(form, "#new-wave", (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Html.QuerySelector($"#{id}-message"));
        Assert.Equal("true", answer.Html.QuerySelector($"#{id}")!.GetAttribute("aria-invalid"));
        Assert.NotNull(answer.Html.QuerySelector($".summary a[href='#{id}']"));
        Assert.Equal(typed, answer.Html.QuerySelector($"#{id}")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Too_many_weeks_are_refused_when_the_day_is_chosen()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await planner.Submit(await planner.Get(New), "#new-wave", ("Form.Name", "Bølge X"), ("Form.Day", "2022-06-20"), ("Form.Weeks", "27"));

        Assert.Equal("Hypercare skal vare fra 1 til 26 uger.", answer.Html.QuerySelector("#Form_Weeks-message")!.TextContent);
    }

    [Fact]
    public async Task A_number_and_a_name_are_used_once_until_the_wave_is_cancelled()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var made = await planner.Submit(await planner.Get(New), "#new-wave", ("Form.Name", "Bølge med navn"), ("Form.Number", "71"));

        var taken = await planner.Submit(await planner.Get(New), "#new-wave", ("Form.Name", " bølge MED navn "), ("Form.Number", "71"));
        Assert.Equal("Der er allerede en bølge, der hedder bølge MED navn.", taken.Html.QuerySelector("#Form_Name-message")!.TextContent);
        Assert.Equal("Nummer 71 bruges allerede af en anden bølge.", taken.Html.QuerySelector("#Form_Number-message")!.TextContent);

        await planner.Submit(await planner.Get($"{made.Location}/cancellation"), "#wave-change", ("Form.Reason", "Oprettet to gange"));
        var again = await planner.Submit(await planner.Get(New), "#new-wave", ("Form.Name", "Bølge med navn"), ("Form.Number", "71"));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
    }

    [Fact]
    public async Task Of_two_with_one_number_at_once_one_is_made()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var forms = new[] { await planner.Get(New), await planner.Get(New), await planner.Get(New) };
        var answers = await Task.WhenAll(forms.Select((form, i) => planner.Submit(form, "#new-wave", ("Form.Name", $"Bølge samtidig {i}"), ("Form.Number", "72"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.Equal(2, answers.Count(answer => answer.Words.Contains("Nummer 72 bruges allerede", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Renamed_it_gives_its_name_up_and_takes_no_other_ones()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var first = (await planner.Submit(await planner.Get(New), "#new-wave", ("Form.Name", "Bølge gammel"))).Location;
        var second = (await planner.Submit(await planner.Get(New), "#new-wave", ("Form.Name", "Bølge anden"))).Location;

        var refused = await planner.Submit(await planner.Get($"{second}/name"), "#wave-change", ("Form.Name", "BØLGE gammel"));
        Assert.Equal("Der er allerede en bølge, der hedder BØLGE gammel.", refused.Html.QuerySelector("#Form_Name-message")!.TextContent);
        Assert.Equal(first, (await planner.Submit(await planner.Get($"{first}/name"), "#wave-change", ("Form.Name", "Bølge ny"))).Location);
        Assert.Equal(second, (await planner.Submit(await planner.Get($"{second}/name"), "#wave-change", ("Form.Name", "Bølge gammel"))).Location);
    }

    [Theory]
    [InlineData("2022-06-18", "Dagen ligger i en weekend: lørdag den 18. juni 2022.")]
    [InlineData("2021-06-21", "Dagen er passeret: mandag den 21. juni 2021.")]
    public async Task An_odd_day_is_asked_about_once(string day, string question)
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var asked = await planner.Submit(await planner.Get(New), "#new-wave", ("Form.Name", $"Bølge {day}"), ("Form.Day", day));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains(question, asked.Words);
        Assert.Null(asked.Html.QuerySelector(".summary"));
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(asked, "#new-wave")).Status);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await planner.Submit(
            await planner.Get(New), "#new-wave", ("Form.Name", ""), ("Form.Number", "1000"), ("Form.Day", "2022-02-30"), ("Form.Weeks", "27"));

        Assert.Equal(
            ["#Form_Name", "#Form_Number", "#Form_Day"], answer.Html.QuerySelectorAll(".summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal("30. februar 2022 findes ikke", answer.Html.QuerySelector("#Form_Day-message")!.TextContent);
        Assert.Equal("2022-02-30", answer.Html.QuerySelector("#Form_Day")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_cancelled_wave_says_so_with_the_reason_and_nothing_of_its_plan()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await Wave("Bølge uden fremtid", new DateOnly(2022, 4, 4));
        await planner.Submit(await planner.Get($"/waves/{wave}/cancellation"), "#wave-change", ("Form.Reason", "Slås sammen med næste"));
        var page = await planner.Get($"/waves/{wave}");

        Assert.Contains("Bølgen er aflyst Slås sammen med næste", page.Words);
        Assert.Null(page.Html.QuerySelector($"a[href='/waves/{wave}/locations']"));
        Assert.DoesNotContain("4. april 2022", page.Words);
    }

    [Fact]
    public async Task To_htmx_the_form_comes_back_alone_and_success_is_a_redirect()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var bad = await planner.Post($"/programmes/{portal.Rollout.Programme}/waves", Form(Guid.CreateVersion7(), ""), from: New, htmx: true);
        var good = await planner.Post($"/programmes/{portal.Rollout.Programme}/waves", Form(Guid.CreateVersion7(), "Bølge htmx"), from: New, htmx: true);

        Assert.StartsWith("<form", bad.Text.TrimStart());
        Assert.Equal(HttpStatusCode.NoContent, good.Status);
        Assert.StartsWith("/waves/", good.Headers["HX-Redirect"]);
    }

    [Fact]
    public async Task Moving_takes_a_reason_that_stands_in_the_history()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await Wave("Bølge der flyttes", new DateOnly(2022, 4, 4));
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
        var wave = await Wave("Bølge med historik", new DateOnly(2022, 4, 4));
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
        var wave = await Wave("Bølge med to planlæggere", new DateOnly(2022, 4, 4));
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
        var wave = await Wave("Bølge klikket to gange", new DateOnly(2022, 4, 4));
        var form = await planner.Get($"/waves/{wave}/moves");
        await planner.Submit(form, "#wave-change", ("Form.Day", "2022-05-02"), ("Form.Reason", "Påske"));

        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(form, "#wave-change", ("Form.Day", "2022-05-02"), ("Form.Reason", "Påske"))).Status);
    }

    [Fact]
    public async Task A_cancelled_wave_frees_its_locations()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await Wave("Bølge der aflyses", new DateOnly(2022, 4, 4));
        var other = await Wave("Bølge der overtager", new DateOnly(2022, 5, 4));
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

    private async Task<Guid> Wave(string name, DateOnly goLive)
    {
        var id = Guid.CreateVersion7();
        await portal.Rollout.Do<Wave, WaveEvent>(id, w => w.Decide<Wave, WaveEvent>(
            [x => x.Create(new CreateWave(id, portal.Rollout.Programme, name, 50, Early: false)), x => x.Schedule(goLive, 6)]));
        return id;
    }

    private static Dictionary<string, string> Form(Guid id, string name) =>
        new() { ["Form.WaveId"] = id.ToString(), ["Form.Name"] = name, ["Form.Number"] = "8", ["Form.Weeks"] = "6" };

    private static Dictionary<string, string> Name(string name) => new() { ["Form.Name"] = name, ["Form.Version"] = "3" };
}

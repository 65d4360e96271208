using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
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
        var answers = await Task.WhenAll(forms.Select((form, i) => planner.Submit(form, "#new-wave", ("Form.Name", $"Bølge samtidig {i}"), ("Form.Number", "172"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.Equal(2, answers.Count(answer => answer.Words.Contains("Nummer 172 bruges allerede", StringComparison.Ordinal)));
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
    public async Task To_htmx_the_form_comes_back_alone_and_success_is_a_redirect()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var bad = await planner.Post($"/programmes/{portal.Rollout.Programme}/waves", Form(Guid.CreateVersion7(), ""), from: New, htmx: true);
        var good = await planner.Post($"/programmes/{portal.Rollout.Programme}/waves", Form(Guid.CreateVersion7(), "Bølge htmx"), from: New, htmx: true);

        Assert.StartsWith("<form", bad.Text.TrimStart());
        Assert.Equal(HttpStatusCode.NoContent, good.Status);
        Assert.StartsWith("/waves/", good.Headers["HX-Redirect"]);
    }

    private static Dictionary<string, string> Form(Guid id, string name) =>
        new() { ["Form.WaveId"] = id.ToString(), ["Form.Name"] = name, ["Form.Number"] = "8", ["Form.Weeks"] = "6" };

    private static Dictionary<string, string> Name(string name) => new() { ["Form.Name"] = name, ["Form.Version"] = "3" };
}

using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Waves;

public sealed class GoingLiveOnTheWeb(Portal portal) : IClassFixture<Portal>
{
    private string Wave => $"/waves/{portal.Rollout.Wave2}";

    [Fact]
    public async Task From_planned_to_closed_and_a_mistake_put_right()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var asked = await GoLive(planner, "2022-01-24");
        Assert.Contains("60 brugere går i drift 5 uger før planen, som er 28. feb. 2022, uge 9.", asked.Words);
        Assert.Equal(Wave, (await planner.Submit(asked, "#go-lives")).Location);
        Assert.Contains("Bosted Østerbro i drift fra 24. jan. 2022, uge 4", (await planner.Get(Wave)).Words);

        var without = await planner.Submit(await planner.Get($"{Wave}/withdrawals?location={portal.Rollout.NorthB}"), "#go-lives");
        Assert.Equal("Skriv en begrundelse.", without.Html.QuerySelector("#Form_Reason-message")!.TextContent);
        await planner.Submit(without, "#go-lives", ("Form.Reason", "Forkert lokation valgt"));
        var page = await planner.Get(Wave);
        Assert.Contains("Idriftsættelse af Bosted Østerbro trukket tilbage", page.Words);
        Assert.Contains("Forkert lokation valgt", page.Words);

        await planner.Submit(await GoLive(planner, "2022-01-20"), "#go-lives");
        await planner.Submit(await planner.Get($"{Wave}/hypercare-closing"), "#wave-change", ("Form.Day", "2022-01-25"));
        Assert.Contains("Hypercare afsluttet; sidste dag var 24. jan. 2022, uge 4", (await planner.Get(Wave)).Words);

        await planner.Submit(await planner.Get($"{Wave}/hypercare-reopening"), "#wave-change", ("Form.Reason", "S1 på stedet"));
        Assert.Contains("Hypercare genåbnet", (await planner.Get(Wave)).Words);

        await planner.Submit(await planner.Get($"{Wave}/hypercare-closing"), "#wave-change", ("Form.Day", "2022-01-25"));
        var closed = await planner.Submit(await planner.Get($"{Wave}/closing"), "#wave-change", ("Form.Day", "2022-01-25"));
        Assert.Equal(HttpStatusCode.SeeOther, closed.Status);
        Assert.Contains("Bølgen afsluttet fra 25. jan. 2022", (await planner.Get(Wave)).Words);
    }

    [Theory]
    [InlineData("2022-01-26", "En idriftsættelse kan først registreres på dagen.")]
    [InlineData("", "Vælg en dag")]
    [InlineData("i går", "Vælg en dag")]
    public async Task Not_on_a_day_to_come_nor_on_none(string day, string message)
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var other = await Other();
        var answer = await planner.Submit(await planner.Get($"{other}/go-lives"), "#go-lives", ("Form.Day", day), ("Form.LocationIds", portal.Rollout.SouthB.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(message, answer.Html.QuerySelector("#Form_Day-message")!.TextContent);
        Assert.Equal(day, answer.Html.QuerySelector("#Form_Day")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Those_not_ticked_do_not_go_live_and_none_ticked_is_said()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await planner.Post($"{await Other()}/go-lives", [new("Form.Day", "2022-01-24")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Vælg mindst én lokation", answer.Words);
    }

    [Fact]
    public async Task Before_the_planned_day_nothing_is_ticked_and_the_day_is_today()
    {
        var form = await (await portal.SignIn(Role.RolloutManager)).Get($"{await Other()}/go-lives");

        Assert.Contains("Planlagt til 1. mar. 2022, uge 9. Vælg i dag eller en tidligere dag.", form.Words);
        Assert.Null(form.Html.QuerySelector("#go-lives input:checked"));
        Assert.NotNull(form.Html.QuerySelector("#go-lives [data-tick-all]"));
        Assert.Equal("2022-01-25", form.Html.QuerySelector("#Form_Day")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Another_day_than_the_one_asked_about_is_asked_about_again()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var other = await Other();
        var asked = await planner.Submit(
            await planner.Get($"{other}/go-lives"), "#go-lives", ("Form.Day", "2022-01-24"), ("Form.LocationIds", portal.Rollout.SouthB.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        var again = await planner.Submit(asked, "#go-lives", ("Form.Day", "2022-01-18"));
        Assert.Contains("går i drift 6 uger før planen", again.Words);
        Assert.DoesNotContain("i drift fra 18. jan.", (await planner.Get(other)).Words);
    }

    [Fact]
    public async Task Not_before_the_location_was_there()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await planner.Submit(
            await planner.Get($"{await Other()}/go-lives"), "#go-lives", ("Form.Day", "2020-02-02"), ("Form.LocationIds", portal.Rollout.SouthB.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("Lokationen findes først fra", answer.Html.QuerySelector("#Form_Day-message")!.TextContent);
    }

    private async Task<Answer> GoLive(Browser planner, string day) => await planner.Submit(
        await planner.Get($"{Wave}/go-lives"), "#go-lives", ("Form.Day", day), ("Form.LocationIds", portal.Rollout.NorthB.ToString()));

    private async Task<string> Other()
    {
        var id = Guid.CreateVersion7();
        await portal.Rollout.Do<Wave, WaveEvent>(id, w => w.Create(new CreateWave(id, portal.Rollout.Programme, "Bølge 40", 40, Early: false)));
        await portal.Rollout.Do<Wave, WaveEvent>(id, w => w.Schedule(new DateOnly(2022, 3, 1), 6));
        await portal.Rollout.Do<Wave, WaveEvent>(id, w => w.Assign(portal.Rollout.SouthB));
        return $"/waves/{id}";
    }
}

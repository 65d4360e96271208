using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Locations;

/// <summary>Who works at a location: counted beside the planned users for everybody, by name for those who may see names.</summary>
public sealed class StaffOfALocation(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    private string Page => $"/locations/{rollout.SouthA}";

    [Fact]
    public async Task People_are_counted_by_role_today_and_named_for_those_who_may_see_names()
    {
        await rollout.Employ(rollout.SouthA, "Ane Amager", "Sosu-assistent");
        await rollout.Employ(rollout.SouthA, "Bo Amager", "Pædagog");
        await rollout.Employ(rollout.SouthA, "Ci Amager", "pædagog");
        await rollout.Employ(rollout.SouthA, "Di Rejst", to: new(2022, 1, 24));
        await rollout.Employ(rollout.SouthA, "Eva Kommer", from: new(2022, 1, 26));
        var manager = await portal.SignIn(Role.RolloutManager);
        var reader = await portal.SignIn(Role.Reader);

        var (seen, counted) = (await manager.Get(Page), await reader.Get(Page));

        Assert.Equal(["Pædagog 2", "Sosu-assistent 1"], counted.Html.QuerySelectorAll("#people tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))));
        Assert.Contains("3 medarbejdere", counted.Words);
        Assert.Contains("planlagt 40 brugere", counted.Words);
        Assert.Equal(["Ane Amager", "Bo Amager", "Ci Amager"], seen.Html.QuerySelectorAll("#staff tbody th").Select(name => name.TextContent));
        Assert.Null(seen.Html.QuerySelector("#location-staff form"));
        Assert.DoesNotContain("Ane Amager", counted.Text);
        Assert.DoesNotContain("Ane Amager", (await reader.Get(Page, partial: true)).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get($"{Page}/employees")).Status);
        Assert.Equal("3", Count(await reader.Get($"/programmes/{rollout.Programme}/locations"), rollout.SouthA));
        Assert.Equal("3", Count(await reader.Get($"/programmes/{rollout.Programme}/rollout"), rollout.SouthA));
    }

    [Fact]
    public async Task More_than_a_page_can_be_searched()
    {
        for (var i = 0; i < 51; i++) await rollout.Employ(rollout.NorthB, $"Person {i:00}");
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Location, rollout.NorthB));
        var page = await leader.Get($"/locations/{rollout.NorthB}");

        Assert.Equal(50, page.Html.QuerySelectorAll("#staff tbody tr").Length);
        Assert.Equal("Person 50", (await leader.Get(page.Html.QuerySelector("#staff a[rel=next]")!.GetAttribute("href")!)).Html.QuerySelector("#staff tbody th")!.TextContent);
        var found = await leader.Get($"{page.Html.QuerySelector("#location-staff form")!.GetAttribute("action")}?q=person+07");
        Assert.Equal("Person 07", Assert.Single(found.Html.QuerySelectorAll("#staff tbody th")).TextContent);
        Assert.Equal("person 07", found.Html.QuerySelector("#staff-q")!.GetAttribute("value"));
        Assert.Contains("Person 07", (await leader.Get($"/locations/{rollout.NorthB}/employees?q=person+07", partial: true)).Text);
    }

    [Fact]
    public async Task Lists_and_counts_know_a_place_once_however_often_it_was_described()
    {
        await rollout.Do<Location, LocationEvent>(rollout.SouthB, location => location.Describe(location.History!.On(SmallRollout.Today) with { Name = "Bosted Nyt Valby", Users = 25 }, new DateOnly(2022, 2, 1)));
        var id = await rollout.Employ(rollout.SouthB, "Ib Valby");
        var manager = await portal.SignIn(Role.RolloutManager);
        var list = $"/programmes/{rollout.Programme}/employees";

        Assert.Contains("Bosted Valby", (await manager.Get($"{list}?q=Ib+Valby")).Words);
        Assert.Contains("Bosted Nyt Valby", (await manager.Get($"{list}?q=Ib+Valby&on=2022-02-01")).Words);
        Assert.Contains("Bosted Valby", (await manager.Get($"/employees/{id}")).Words);
        Assert.Equal("25", (await manager.Get($"{list}/count?on=2022-02-01")).Html.QuerySelector($"#count-{rollout.SouthB} td:nth-child(2)")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await manager.Get($"{list}/new")).Status);
    }

    private static string Count(Answer page, Guid location) => page.Html.QuerySelector($"#location-{location} td[data-label=Ansatte]")!.TextContent;
}

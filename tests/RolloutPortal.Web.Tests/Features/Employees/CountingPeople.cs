using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

public sealed class CountingPeople(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    private string List => $"/programmes/{rollout.Programme}/employees";

    [Fact]
    public async Task Who_may_not_see_names_sees_counts()
    {
        await rollout.Employ(rollout.NorthA, "Navn Navnesen", role: "Sygeplejerske");
        var reader = await portal.SignIn(Role.Reader);
        var counts = await reader.Get($"{List}/count");

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(List)).Status);
        Assert.Contains("Sygeplejerske", counts.Words);
        Assert.DoesNotContain("Navn Navnesen", counts.Words);
        Assert.Empty(counts.Html.QuerySelectorAll("#employee-counts a[href*='/employees?']"));
    }

    [Fact]
    public async Task People_are_counted_by_place_and_role_on_any_day()
    {
        await rollout.Employ(rollout.SouthB, role: "Ergoterapeut", from: new(2022, 3, 1), to: new(2022, 3, 31));
        var manager = await portal.SignIn(Role.RolloutManager);

        Assert.Equal("0", await Counted(manager, "on=2022-02-28"));
        Assert.Equal("1", await Counted(manager, "on=2022-03-01"));
        Assert.Equal("1", await Counted(manager, "on=2022-03-31"));
        Assert.Equal("0", await Counted(manager, "on=2022-04-01"));
        Assert.Equal("0", await Counted(manager, "on=2022-03-15&known=2022-01-24"));
        Assert.Equal(1, (await portal.Services.GetRequiredService<Workplaces>().Count([(rollout.SouthB, new DateOnly(2022, 3, 15))]))[rollout.SouthB]);
    }

    [Fact]
    public async Task Whoever_has_two_roles_or_places_is_one_person_and_a_role_in_capitals_the_same_role()
    {
        var (programme, _, location) = await rollout.FoundAnother("Dobbelt", "DOB");
        var id = await rollout.Employ(location, "To Roller", role: "Pædagog");
        await rollout.Employ(location, "En Rolle", role: "PÆDAGOG");
        await portal.Services.GetRequiredService<EmployeeDesk>().Change(
            id, seen: null, person => person.AlsoWork(new EmployeePeriod(Guid.CreateVersion7(), location, "Vikar", new DateOnly(2022, 1, 1), null)));
        var manager = await portal.SignIn(new Grant(Role.RolloutManager, ScopeKind.Programme, programme));
        var counts = await manager.Get($"/programmes/{programme}/employees/count");
        var cells = counts.Html.QuerySelectorAll($"#count-{location} td").Select(cell => $"{cell.GetAttribute("data-label")} {cell.TextContent.Trim()}");

        Assert.Equal(["Ansatte 2", "PÆDAGOG 2", "Vikar 1"], cells.Skip(1));
        Assert.Contains("2 medarbejdere", counts.Html.QuerySelector("caption")!.TextContent);
        Assert.Equal(2, (await manager.Get($"/programmes/{programme}/employees?role=p%C3%A6dagog")).Html.QuerySelectorAll("tr[id^=period-]").Length);
        Assert.Contains("2 medarbejdere · 3", (await manager.Get($"/programmes/{programme}/employees")).Words);
        Assert.Contains("1 medarbejder", (await manager.Get($"/programmes/{programme}/employees/count?role=vikar")).Html.QuerySelector("caption")!.TextContent);
    }

    private async Task<string> Counted(Browser browser, string query) =>
        (await browser.Get($"{List}/count?{query}")).Html.QuerySelector($"#count-{rollout.SouthB} td[data-label=Ansatte]")?.TextContent.Trim() ?? "0";
}

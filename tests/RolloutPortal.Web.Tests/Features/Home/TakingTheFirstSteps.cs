using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Home;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Home;

public sealed class TakingTheFirstSteps(Server server) : OnOneDatabase(server)
{
    [Fact]
    public async Task A_new_portal_leads_its_administrator_from_step_to_step()
    {
        var portal = Node();
        var (who, browser) = (await Holder.Open(portal.Services, Holder.New(), Grant.Everything), Visitor(portal));
        await who.SignIn(browser);

        Assert.Equal("/welcome", (await browser.Get("/")).Location);
        var first = await browser.Get("/welcome");
        Assert.Equal("/programmes/new", first.Html.QuerySelector(".first-steps .button[data-kind=primary]")!.GetAttribute("href"));
        await browser.Submit(await browser.Get("/programmes/new"), "main form[action='/programmes']", ("Name", "DOMUS"));
        var second = await browser.Get("/welcome");
        var areas = await browser.Get($"/programmes/{second.Html.QuerySelector(".first-steps a[href*=imports]")!.GetAttribute("href")!.Split('/')[2]}/areas");
        Assert.Contains("Næste trin: Importér lokationerne", areas.Words, StringComparison.Ordinal);
        Assert.NotNull(areas.Html.QuerySelector("#account a[href='/welcome']"));

        Assert.EndsWith("/imports?kind=locations", second.Html.QuerySelector(".first-steps .button[data-kind=primary]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(["done", "next", "later", "later", "later", "optional"], second.Html.QuerySelectorAll(".first-steps > li").Select(step => step.GetAttribute("data-state")));
        Assert.Null(second.Html.QuerySelector(".first-steps > li:nth-child(3) a"));
        Assert.Equal("/welcome", (await browser.Get("/")).Location);
        foreach (var link in second.Html.QuerySelectorAll(".first-steps a"))
            Assert.Equal(HttpStatusCode.OK, (await browser.Get(link.GetAttribute("href")!)).Status);
        var import = await browser.Get(second.Html.QuerySelector(".first-steps a[href*=imports]")!.GetAttribute("href")!);
        Assert.Equal("locations", import.Html.QuerySelector("input[name=Kind]:checked")!.GetAttribute("value"));
    }

    [Fact]
    public void Locations_come_before_the_people_who_work_there_and_the_sign_in_can_wait()
    {
        var (empty, programme) = (new FirstSteps(null, false, false, false, false, false), Guid.NewGuid());
        var located = empty with { ProgrammeId = programme, HasLocations = true };
        var staffed = located with { HasEmployees = true };

        Assert.Equal(("programme", "/programmes/new"), Next(empty));
        Assert.Equal(("locations", $"/programmes/{programme}/imports?kind=locations"), Next(empty with { ProgrammeId = programme }));
        Assert.Equal(("employees", $"/programmes/{programme}/imports?kind=employees"), Next(located));
        Assert.Equal(("people", "/accounts/invitations/new"), Next(staffed));
        Assert.Null(empty.All.Single(step => step.Key == "employees").Address);
        Assert.Equal(("waves", $"/programmes/{programme}/waves/new"), Next(staffed with { HasInvited = true }));
        Assert.True((staffed with { HasInvited = true, HasWaves = true }).AreDone);
        Assert.Equal(StepState.Optional, staffed.All[^1].State);
        Assert.Null(staffed.All[^1].Address);
        Assert.Equal((StepState.Done, "/claim-rules"), (staffed with { Provider = "login.aarhus.dk", HasRules = true }).All[^1] is var last ? (last.State, last.Address) : default);
    }

    private static (string, string?) Next(FirstSteps steps) => steps.All.Single(step => step.State is StepState.Next) is var next ? (next.Key, next.Address) : default;
}

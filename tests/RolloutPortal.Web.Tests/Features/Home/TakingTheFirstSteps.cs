using System.Net;
using RolloutPortal.Domain.Accounts;
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
        Assert.Equal("/programmes/new", first.Html.QuerySelector(".steps .button[data-kind=primary]")!.GetAttribute("href"));
        await browser.Submit(await browser.Get("/programmes/new"), "main form[action='/programmes']", ("Name", "DOMUS"));
        var second = await browser.Get("/welcome");

        Assert.EndsWith("/areas", second.Html.QuerySelector(".steps .button[data-kind=primary]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Single(second.Html.QuerySelectorAll(".steps .tag"));
        Assert.Equal("/welcome", (await browser.Get("/")).Location);
        foreach (var link in second.Html.QuerySelectorAll(".steps a"))
            Assert.Equal(HttpStatusCode.OK, (await browser.Get(link.GetAttribute("href")!)).Status);
    }
}

using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Filters;

/// <summary>What others keep: who is offered it, what they see of it, who may change it.</summary>
public sealed class SharingFilters(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task A_place_that_the_reader_may_not_see_is_not_named()
    {
        var (manager, superuser) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.Superuser, rollout.NorthA));
        await manager.Keep(rollout, $"?location={rollout.SouthA}&severity=S1", "Et andet sted", ("Form.Shared", "true"));

        var shared = (await superuser.Get(All)).Html.QuerySelectorAll(".kept li").Single(item => item.TextContent.Contains("Et andet sted", StringComparison.Ordinal));

        Assert.Equal("S1", shared.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public async Task A_region_that_others_share_holds_no_filter_of_mine()
    {
        var support = await portal.SignIn(Role.Support);
        await support.Keep(rollout, "?status=open", "Kun mit eget");

        var (page, region) = (await support.Get(List), await support.Get(List, partial: true));
        Assert.Contains("Kun mit eget", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, region.Status);
        Assert.NotEmpty(region.Html.QuerySelectorAll("[data-topic]"));
        Assert.DoesNotContain("Kun mit eget", region.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planners_share_and_others_are_offered_it_and_may_not_change_it()
    {
        var (manager, superuser) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.Superuser, rollout.NorthA));
        Assert.Null((await superuser.Get($"{All}/new")).Html.QuerySelector("input[name='Form.Shared']"));
        await superuser.Keep(rollout, "?status=Resolved", "Delt uden lov", ("Form.Shared", "true"));
        await manager.Keep(rollout, "?status=open", "Morgenens tavle", ("Form.Shared", "true"));

        var offered = await superuser.Get(All);
        var shared = offered.Html.QuerySelectorAll(".kept li").Single(item => item.TextContent.Contains("Morgenens tavle", StringComparison.Ordinal));

        Assert.Null(shared.QuerySelector("form[action$=deletion]"));
        Assert.Equal(HttpStatusCode.NotFound, (await superuser.Post($"{All}/{shared.Id!["filter-".Length..]}/deletion", from: All)).Status);
        Assert.DoesNotContain("Delt uden lov", (await manager.Get(All)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_renames_after_somebody_else_is_told_what_it_is_called_now()
    {
        var (first, second) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.RolloutManager));
        var saved = await first.Keep(rollout, "?severity=S1,S2&status=open", "Før", ("Form.Shared", "true"));
        var edit = (await first.Get(All)).Html.QuerySelectorAll(".kept li").Single(item => item.TextContent.Contains("Før", StringComparison.Ordinal)).QuerySelector("a[aria-label]")!.GetAttribute("href")!;
        var (one, other) = (await first.Get(edit), await second.Get(edit));
        await second.Submit(other, "form.form", ("Form.Name", "Min"), ("Form.Default", "true"));

        var lost = await first.Submit(one, "form.form", ("Form.Name", "Din"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (saved.Status, lost.Status));
        Assert.Contains("Filteret hedder nu »Min« og er delt", lost.Words, StringComparison.Ordinal);
        Assert.Equal("Din", lost.Html.QuerySelector("input[name='Form.Name']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await first.Submit(lost, "form.form")).Status);
        Assert.Contains("Din", (await second.Get(All)).Words, StringComparison.Ordinal);
    }

    private string List => rollout.TicketList();

    private string All => rollout.Filters();
}

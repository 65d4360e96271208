using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Home;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Home;

public sealed class LandingAfterSigningIn(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("/rollout", Role.RolloutManager)]
    [InlineData("/hypercare", Role.Leader)]
    [InlineData("/my", Role.Superuser)]
    [InlineData("/hypercare", Role.Support)]
    [InlineData("/locations", Role.ExternalProvider)]
    [InlineData("/rollout", Role.TrainingCoordinator)]
    [InlineData("/rollout", Role.Administrator)]
    [InlineData("/rollout", Role.Reader)]
    [InlineData("/my", Role.Superuser, Role.Reader)]
    [InlineData("/hypercare", Role.Superuser, Role.Leader)]
    [InlineData("/welcome")]
    public void Each_role_lands_where_it_works(string page, params Role[] roles)
    {
        var rights = new Rights([.. roles.Select(role => new Grant(role, ScopeKind.Programme, portal.Rollout.Programme))]);

        Assert.Equal(page, Landing.Of(rights, portal.Rollout.Programme));
        Assert.Equal("/welcome", Landing.Of(rights, programmeId: null));
    }

    [Fact]
    public async Task Every_landing_page_opens_for_its_role()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await portal.SignIn(role);
            var landing = await browser.Get("/");
            var page = await browser.Get(landing.Location!);
            if (page.Status is HttpStatusCode.SeeOther or HttpStatusCode.Found) page = await browser.Get(page.Location!);

            Assert.True(page.Status is HttpStatusCode.OK, $"{role}: {landing.Location} answered {page.Status}.");
        }
    }

    [Fact]
    public async Task A_superuser_finds_the_own_location_with_its_button_and_the_own_tickets()
    {
        var browser = await portal.SignIn(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));
        Assert.Contains("Du har ikke logget nogen sager", (await browser.Get("/my")).Words, StringComparison.Ordinal);

        var form = await browser.Get($"/locations/{portal.Rollout.NorthA}/tickets/new");
        await browser.Submit(form, "#log-ticket", ("WhatHappens", "Skærmen er sort"), ("Impact", "OneUser"), ("Urgency", "WorkaroundOk"));
        var page = await browser.Get("/my");

        Assert.NotNull(page.Html.QuerySelector($"a[href='/locations/{portal.Rollout.NorthA}/tickets/new']"));
        Assert.Null(page.Html.QuerySelector($"a[href='/locations/{portal.Rollout.SouthA}/tickets/new']"));
        Assert.Contains("Skærmen er sort", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_role_is_told_whom_to_ask()
    {
        var browser = await portal.SignIn();

        Assert.Equal("/welcome", (await browser.Get("/")).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/welcome")).Status);
    }
}

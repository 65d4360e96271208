using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Locations;

/// <summary>What was planned for a day holds from its midnight in the location's own zone, without an event and without a restart.</summary>
public sealed class ComingIntoForce(Portal portal) : IClassFixture<Portal>
{
    private static readonly DateOnly Move = new(2022, 2, 1);

    [Fact]
    public async Task A_right_changes_at_midnight_of_the_day_of_the_move()
    {
        await Say(portal.Rollout.NorthA, d => d with { AreaId = portal.Rollout.South, Name = "Bosted Flyttet" }, Move);
        var (north, south) = (await Leader(portal.Rollout.North), await Leader(portal.Rollout.South));
        var page = $"/locations/{portal.Rollout.NorthA}";

        await portal.SetClock("2022-01-31T22:59:58Z");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await north.Get(page)).Status, (await south.Get(page)).Status));
        Assert.Contains("Bosted Nørrebro", (await north.Get(page)).Words, StringComparison.Ordinal);

        await portal.SetClock("2022-01-31T23:00:00Z");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await north.Get(page)).Status, (await south.Get(page)).Status));
        Assert.Contains("Bosted Flyttet", (await south.Get(page)).Words, StringComparison.Ordinal);

        await portal.SetClock("2022-01-25T07:00:00Z");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await north.Get(page)).Status, (await south.Get(page)).Status));
    }

    [Fact]
    public async Task Midnight_is_the_locations_own()
    {
        await Say(portal.Rollout.SouthB, d => d with { TimeZone = "America/Nuuk" }, new(2022, 1, 26));
        await Say(portal.Rollout.SouthB, d => d with { TimeZone = "America/Nuuk", ProviderId = null }, new(2022, 3, 1));
        var provider = await portal.SignIn(Role.ExternalProvider);
        var page = $"/locations/{portal.Rollout.SouthB}";

        await portal.SetClock("2022-03-01T02:59:58Z");
        Assert.Equal(HttpStatusCode.OK, (await provider.Get(page)).Status);
        await portal.SetClock("2022-03-01T03:00:00Z");
        Assert.Equal(HttpStatusCode.NotFound, (await provider.Get(page)).Status);
        await portal.SetClock("2022-01-25T07:00:00Z");
    }

    [Fact]
    public async Task A_closed_location_leaves_lists_boards_and_choices_and_keeps_its_tickets()
    {
        await portal.Rollout.Do<Location, LocationEvent>(portal.Rollout.SouthA, l => l.Close(new(2022, 4, 1)));
        var manager = await portal.SignIn(Role.RolloutManager);
        var logged = await portal.Log(portal.Rollout.SouthA, portal.Now());

        await portal.SetClock("2022-03-31T12:00:00Z");
        Assert.Contains("Bosted Amager", (await manager.Get("/tickets/new")).Words, StringComparison.Ordinal);

        await portal.SetClock("2022-04-01T12:00:00Z");
        foreach (var address in new[] { $"/programmes/{portal.Rollout.Programme}/locations", $"/programmes/{portal.Rollout.Programme}/rollout", $"/programmes/{portal.Rollout.Programme}/hypercare?by=location", "/tickets/new" })
            Assert.DoesNotContain("Bosted Amager", (await manager.Get(address, partial: true)).Words, StringComparison.Ordinal);
        Assert.Contains("Bosted Amager", (await manager.Get($"/programmes/{portal.Rollout.Programme}/tickets")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await manager.Get($"/tickets/{logged}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.Get($"/locations/{portal.Rollout.SouthA}/tickets/new")).Status);
        await portal.SetClock("2022-01-25T07:00:00Z");
    }

    private Task<Browser> Leader(Guid area) => portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, area));

    private Task Say(Guid location, Func<LocationDescription, LocationDescription> change, DateOnly from) =>
        portal.Rollout.Do<Location, LocationEvent>(location, l => l.Describe(change(l.History!.On(from)), from));
}

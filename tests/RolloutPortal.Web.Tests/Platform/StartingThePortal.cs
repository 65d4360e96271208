using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform;

public class StartingThePortal(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task What_was_decided_stands_in_the_read_tables()
    {
        var row = await portal.Services.GetRequiredService<ReadTables>().Get<LocationRow>(portal.Rollout.NorthA);

        Assert.Equal(("BN01", portal.Rollout.Wave1, SmallRollout.WentLive), (row!.Code, row.WaveId, row.LiveOn));
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_not_found()
    {
        var browser = await portal.SignIn(Role.Reader);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/no-such-page")).Status);
    }
}

using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>What is kept of a file that waits, for how long, and from whom.</summary>
public sealed class KeepingFilesThatWait(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Cancelled_it_is_gone_with_everything_that_stood_in_it()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", Files.Locations, "B700;Fortrudt;Nord;5;begge");

        await manager.Submit(preview, "form[action$='/cancellation']");

        Assert.Contains("Importen er annulleret", (await manager.Get(address)).Words, StringComparison.Ordinal);
        Assert.Equal((0, 0), await portal.Left(address));
        await manager.Post($"{address}/storing", from: address);
        Assert.Empty(await Locations("B700"));
    }

    [Fact]
    public async Task What_waits_for_a_day_is_deleted()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, _) = await manager.Upload(portal, "locations", Files.Locations, "B1000;Glemt;Nord;5;begge");
        await portal.Services.GetRequiredService<NpgsqlDataSource>().Execute("update import set created_at = created_at - interval '25 hours' where id = $1", default, Guid.Parse(address.Split('/')[^1]));

        await portal.Services.GetRequiredService<ImportEndings>().Expire(default);

        Assert.Contains("Importen er udløbet", (await manager.Get(address)).Words, StringComparison.Ordinal);
        Assert.Equal((0, 0), await portal.Left(address));
    }

    [Fact]
    public async Task The_uploaded_content_is_not_readable_in_the_database()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, _) = await manager.Upload(portal, "locations", $"{Files.Locations};note", "B1100;Hemmelig;Nord;5;begge;ganskesærligt");

        var kept = await portal.Services.GetRequiredService<NpgsqlDataSource>().Scalar<byte[]>("select content from import where id = $1", default, Guid.Parse(address.Split('/')[^1]));

        Assert.DoesNotContain("ganskes", Encoding.Latin1.GetString(kept!), StringComparison.Ordinal);
    }

    private Task<List<LocationRow>> Locations(string code) => portal.Services.GetRequiredService<ReadTables>().Where<LocationRow>("code = $1", default, code);
}

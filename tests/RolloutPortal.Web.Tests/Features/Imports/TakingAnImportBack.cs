using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>What an import did is undone, whole, while nothing stands on it.</summary>
public sealed class TakingAnImportBack(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_import_is_taken_back_while_nothing_stands_on_it()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", Files.Locations, "B800;Fejltagelse;Nord;5;begge", "BS01;Bosted Amager;Bosteder Syd;44;udfører");
        await manager.Submit(preview, "form[action$='/storing']");

        var reversed = await manager.Submit(await manager.Get(address), "form[action$='/reversal']");

        Assert.Equal(HttpStatusCode.SeeOther, reversed.Status);
        Assert.Contains("Importen er tilbageført", (await manager.Get(address)).Words, StringComparison.Ordinal);
        Assert.Equal(40, (await portal.Services.GetRequiredService<Ledger>().Load<Location, LocationEvent>(portal.Rollout.SouthA)).State.History!.On(SmallRollout.Today).Users);
        Assert.Equal("1 0 0 0", (await portal.Check("locations", Files.Lines(Files.Locations, "B800;Fejltagelse;Nord;5;begge"))).Counts());
    }

    [Fact]
    public async Task What_stands_on_it_is_said_and_it_stays()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", Files.Locations, "B900;Bebygget;Nord;5;begge");
        await manager.Submit(preview, "form[action$='/storing']");
        await portal.Import("employees", Files.Lines(Files.Employees, "B9;Bo;b9@e.dk;Leder;B900;2022-01-01;"));

        var page = await manager.Get(address);
        var refused = await manager.Post($"{address}/reversal", from: address);

        Assert.Contains("Nye lokationer med medarbejdere: 1, fx Bebygget", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Single(await Locations("B900"));
    }

    [Fact]
    public async Task Employees_are_taken_back_too()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "employees", Files.Employees, "T1;Ane;t1@e.dk;Leder;BN01;2022-01-01;");
        await manager.Submit(preview, "form[action$='/storing']");
        await manager.Submit(await manager.Get(address), "form[action$='/reversal']");

        Assert.Equal("1 0 0 0", (await portal.Check("employees", Files.Lines(Files.Employees, "T1;Ane;t1@e.dk;Leder;BN01;2022-01-01;"))).Counts());
    }

    private Task<List<LocationRow>> Locations(string code) => portal.Services.GetRequiredService<ReadTables>().Where<LocationRow>("code = $1", default, code);
}

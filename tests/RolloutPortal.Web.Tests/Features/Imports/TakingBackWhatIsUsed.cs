using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Features.Accounts.Entry;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Features.Waves.Acts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;
using EventLog = RolloutPortal.EventStore.Store;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>Locations of an import that is taken back at the moment in which somebody puts something on them: only one of both succeeds.</summary>
public sealed class TakingBackWhatIsUsed(Portal portal) : IClassFixture<Portal>
{
    private const int Rounds = 5;

    private Importer Importer => portal.Services.GetRequiredService<Importer>();

    /// <summary>Whatever can be put on a location.</summary>
    public static TheoryData<string> Uses => ["person", "ticket", "wave", "right", "invitation"];

    [Theory, MemberData(nameof(Uses))]
    public async Task Whoever_takes_it_back_and_whoever_uses_it_at_the_same_moment_do_not_both_succeed(string what)
    {
        var somebody = (await portal.SignIn(Role.RolloutManager)).Account;
        for (var round = 0; round < Rounds; round++)
        {
            var (import, location) = await Brought($"R-{what}-{round}");
            var use = await Use(what, location, somebody);

            var (back, used) = (Task.Run(() => TakeBack(import)), Task.Run(use));
            await Task.WhenAll(back, used);

            Assert.NotEqual(await back is null, await used is null);
            Assert.Equal(await back is null, (await Row(location)).Ending is LocationEnding.Withdrawn);
        }
    }

    [Theory, MemberData(nameof(Uses))]
    public async Task What_comes_after_the_look_is_noticed_in_the_append(string what)
    {
        var somebody = (await portal.SignIn(Role.RolloutManager)).Account;
        var (import, location) = await Brought($"S-{what}");
        var appends = await Importer.Find("locations")!.Reverse(import, default);

        Assert.Null(await (await Use(what, location, somebody))());

        await Assert.ThrowsAsync<OvertakenException>(() => portal.Services.GetRequiredService<EventLog>().Append(appends));
        Assert.NotNull(await TakeBack(import));
    }

    [Theory, MemberData(nameof(Uses))]
    public async Task Nothing_comes_to_what_was_taken_back_since_the_look(string what)
    {
        var somebody = (await portal.SignIn(Role.RolloutManager)).Account;
        var (import, location) = await Brought($"T-{what}");
        var use = await Use(what, location, somebody);

        Assert.Null(await TakeBack(import));

        Assert.Equal(LocationRefusals.NotFound, (await use())?.Key);
    }

    [Fact]
    public async Task People_of_a_file_whose_location_was_taken_back_since_are_not_stored()
    {
        var (import, _) = await Brought("U1");
        var request = portal.Request("employees", Files.Lines(Files.Employees, "U1;Ane;u1@e.dk;Leder;U1;2022-01-01;"));
        var found = await Importer.Check(request, new Progress<ImportProgress>(), default);
        Assert.Null(await TakeBack(import));

        var now = await Importer.Store(request, found, 0, [], new Progress<ImportProgress>(), default);

        Assert.Equal(["line 2: location: location.unknown"], now.Told());
        Assert.Empty((await portal.Services.GetRequiredService<EmployeeRegister>().Find(["U1"], [])).People);
    }

    /// <summary>A location that an import has brought.</summary>
    private async Task<(Guid Import, Guid Location)> Brought(string code)
    {
        var request = portal.Request("locations", Files.Lines(Files.Locations, $"{code};Prøvested;Nord;5;begge"));
        await portal.Import(request);
        return (request.ImportId, (await portal.Services.GetRequiredService<ReadTables>().Where<LocationRow>("code = $1", default, code))[0].LocationId);
    }

    /// <summary>Somebody who has looked at the location and is about to put something on it.</summary>
    private async Task<Func<Task<Refusal?>>> Use(string what, Guid location, Guid somebody)
    {
        var services = portal.Services;
        var at = (await services.GetRequiredService<CareLocations>().Find(location))!;
        var id = Guid.CreateVersion7();
        return what switch
        {
            "person" => () => services.GetRequiredService<EmployeeDesk>().Add(
                id, $"{location:N}", "Ane Prøve", $"{location:N}@e.dk", new EmployeePeriod(Guid.CreateVersion7(), location, "Leder", SmallRollout.Today, null, null)),
            "ticket" => () => services.GetRequiredService<TicketLogging>().Log(
                id, new Problem(location, null, TicketKind.Fault, Impact.Team, Urgency.WorkaroundOk, SafetyOrPersonalData: false, 5), "Går i stå", somebody, Channel.Portal, at),
            "wave" => () => services.GetRequiredService<WaveLocations>().Assign(portal.Rollout.Wave2, [location]),
            "invitation" => async () => (await services.GetRequiredService<AccountEntry>().Invite(
                [new NewAccount(id, "Ny Person", $"{id:N}@e.dk", Password: null, [new Grant(Role.Superuser, ScopeKind.Location, location)], "da")])).Refusal,
            _ => () => services.GetRequiredService<AccountDecisions>().GrantRole(somebody, new Grant(Role.Superuser, ScopeKind.Location, location)),
        };
    }

    private Task<Refusal?> TakeBack(Guid import) => portal.Services.GetRequiredService<ImportReversals>().Reverse(import, default);

    private async Task<LocationRow> Row(Guid location) => (await portal.Services.GetRequiredService<ReadTables>().Get<LocationRow>(location))!;
}

using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Features.Locations.Acts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Imports;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>A file of people is taken back where everybody can be as they were, and nowhere else.</summary>
public sealed class TakingPeopleBack(Portal portal) : IClassFixture<Portal>, IAsyncDisposable
{
    private EmployeeRegister Register => portal.Services.GetRequiredService<EmployeeRegister>();

    private EmployeeDesk Desk => portal.Services.GetRequiredService<EmployeeDesk>();

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask DisposeAsync() => await LinesOfPeople.Agree(Source);

    [Fact]
    public async Task What_would_go_on_over_something_that_came_since_does_not()
    {
        await Import("TB1;Ane Prøve;tb1@e.dk;Pædagog;BN01;2022-01-01;");
        var ending = await Import("TB1;Ane Prøve;tb1@e.dk;Pædagog;BN01;2022-01-01;2022-01-31");
        var person = await Person("TB1");
        var again = new EmployeePeriod(Guid.CreateVersion7(), portal.Rollout.NorthA, "PÆDAGOG", new(2022, 2, 1), null);
        Assert.Null(await Desk.Change(person.EmployeeId, seen: null, known => known.AlsoWork(again)));

        Assert.NotNull(await TakeBack(ending));

        Assert.Equal([new(2022, 1, 31), null], (await Person("TB1")).Periods.Select(period => period.To));
        Assert.Null(await Desk.Change(person.EmployeeId, seen: null, known => known.Withdraw(again.PeriodId)));
        Assert.Null(await TakeBack(ending));
        Assert.Null(Assert.Single((await Person("TB1")).Periods).To);
    }

    [Fact]
    public async Task An_address_that_somebody_else_has_by_now_is_not_given_twice()
    {
        await Import("TB2;Ane Prøve;ane.tb2@e.dk;Pædagog;BN01;2022-01-01;");
        var renaming = await Import("TB2;Ane Prøve;ane.ny.tb2@e.dk;Pædagog;BN01;2022-01-01;");
        await Import("TB3;Bo Prøve;Ane.TB2@e.dk;Pædagog;BN01;2022-01-01;");

        Assert.NotNull(await TakeBack(renaming));

        Assert.Equal("ane.ny.tb2@e.dk", (await Person("TB2")).Email);
    }

    [Fact]
    public async Task Somebody_new_gives_the_address_back_that_they_had_in_the_same_file()
    {
        await Import("TB4;Ane Prøve;tb4@e.dk;Pædagog;BN01;2022-01-01;");
        var both = await Import("TB4;Ane Prøve;ny.tb4@e.dk;Pædagog;BN01;2022-01-01;", "TB5;Bo Prøve;tb4@e.dk;Pædagog;BN01;2022-01-01;");

        Assert.Null(await TakeBack(both));

        Assert.Equal("tb4@e.dk", (await Person("TB4")).Email);
        Assert.Empty((await Register.Find(["TB5"], [])).People);
    }

    [Fact]
    public async Task Nothing_goes_on_at_a_place_that_was_taken_back_since()
    {
        var place = Guid.CreateVersion7();
        var description = new LocationDescription("Nyt Sted", portal.Rollout.North, 30, Side.Provider, "24/7", "Europe/Copenhagen", null);
        await portal.Rollout.Do<Location, LocationEvent>(
            place, location => location.Open(new OpenLocation(place, portal.Rollout.Programme, "TB6", description, SmallRollout.Today.AddDays(60))));
        await Import("TB6;Ane Prøve;tb6@e.dk;Pædagog;TB6;2022-04-01;");
        var ending = await Import("TB6;Ane Prøve;tb6@e.dk;Pædagog;TB6;2022-04-01;2022-04-30");
        var known = await portal.Services.GetRequiredService<Ledger>().Load<Location, LocationEvent>(place);
        Assert.Null(await portal.Services.GetRequiredService<LocationActs>().WithdrawOpening(place, known.Version, TestContext.Current.CancellationToken));
        Assert.Equal(LocationEnding.Withdrawn, (await portal.Services.GetRequiredService<ReadTables>().Get<LocationRow>(place))!.Ending);

        Assert.NotNull(await TakeBack(ending));
    }

    [Fact]
    public async Task A_form_that_was_opened_before_is_stale()
    {
        await Import("TB7;Ane Prøve;tb7@e.dk;Pædagog;BN01;2022-01-01;");
        var renaming = await Import("TB7;Anette Prøve;tb7@e.dk;Pædagog;BN01;2022-01-01;");
        var seen = await Version("TB7");

        Assert.Null(await TakeBack(renaming));

        Assert.True(await Version("TB7") > seen);
    }

    private async Task<Guid> Import(params string[] rows)
    {
        var request = portal.Request("employees", Files.Lines([Files.Employees, .. rows]));
        Assert.Empty((await portal.Import(request)).Told());
        return request.ImportId;
    }

    private Task<Refusal?> TakeBack(Guid import) => portal.Services.GetRequiredService<ImportReversals>().Reverse(import, TestContext.Current.CancellationToken);

    private async Task<Employee> Person(string key) => Assert.Single((await Register.Find([key], [])).People);

    private Task<int> Version(string key) => Source.Scalar<int>("select version from employee where work_key = $1", TestContext.Current.CancellationToken, key);
}

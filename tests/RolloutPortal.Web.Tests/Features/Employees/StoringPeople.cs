using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

public sealed class StoringPeople(Portal portal) : IClassFixture<Portal>, IAsyncDisposable
{
    private EmployeeRegister Register => portal.Services.GetRequiredService<EmployeeRegister>();

    private EmployeeReversal Reversal => portal.Services.GetRequiredService<EmployeeReversal>();

    private EventStore.Store Store => portal.Services.GetRequiredService<EventStore.Store>();

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask DisposeAsync() => await LinesOfPeople.Agree(Source);

    [Fact]
    public async Task What_was_imported_is_found_again_by_key_and_by_address()
    {
        await Import(Guid.NewGuid(), Line("A1"), Line("A1", location: portal.Rollout.SouthA), Line("a2"));
        var byKey = await Register.Find(["a1"], []);
        var byEmail = await Register.Find([], ["A2@eksempel.invalid"]);

        Assert.Equal(2, Assert.Single(byKey.People).Periods.Count);
        Assert.Equal("a2", Assert.Single(byEmail.People).WorkKey);
        Assert.Empty((await Import(Guid.NewGuid(), Line("a1"), Line("A1", location: portal.Rollout.SouthA), Line("A2"))).Steps);
    }

    [Fact]
    public async Task Whoever_decided_on_what_has_changed_since_is_told()
    {
        var seen = await Register.Find(["B1"], []);
        await Import(Guid.NewGuid(), Line("B1"));
        var plan = EmployeeComparison.Of(seen.People, [Line("B1")], Guid.CreateVersion7);

        await Assert.ThrowsAsync<StaleVersionException>(() => Store.Append(Register.Import(Guid.NewGuid(), seen.Version, plan.Steps)!));
        Assert.Single((await Register.Find(["B1"], [])).People);
    }

    [Fact]
    public async Task Two_exchange_their_addresses()
    {
        await Import(Guid.NewGuid(), Line("C1"), Line("C2"));
        await Import(Guid.NewGuid(), Line("C1") with { Email = "c2@eksempel.invalid" }, Line("C2") with { Email = "c1@eksempel.invalid" });

        Assert.Equal("c2@eksempel.invalid", Assert.Single((await Register.Find(["C1"], [])).People).Email);
    }

    [Fact]
    public async Task Imports_are_taken_back_one_after_the_other_the_last_first()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await Import(first, Line("D1"), Line("D2"));
        await Import(second, Line("D1") with { Name = "Helt Anden", Email = "anden@eksempel.invalid", To = new(2022, 6, 30) }, Line("D3"));

        Assert.Equal(1, await Reversal.Standing(first));
        Assert.Equal(0, await Reversal.Standing(second));
        await Store.Append((await Reversal.Reverse(second))!);
        var person = Assert.Single((await Register.Find(["D1"], [])).People);
        Assert.Equal(("Prøve D1", "d1@eksempel.invalid", null), (person.Name, person.Email, Assert.Single(person.Periods).To));
        Assert.Empty((await Register.Find(["D3"], [])).People);

        Assert.Equal(0, await Reversal.Standing(first));
        await Store.Append((await Reversal.Reverse(first))!);
        Assert.Empty((await Register.Find(["D1", "D2"], [])).People);
        Assert.Null(await Reversal.Reverse(first));
    }

    [Fact]
    public async Task Somebody_with_an_account_stays()
    {
        var batch = Guid.NewGuid();
        await Import(batch, Line("G1"));
        var account = await portal.SignIn(Role.Superuser);
        var person = Assert.Single((await Register.Find(["G1"], [])).People);
        Assert.Null(await portal.Services.GetRequiredService<EmployeeLinks>().Link(account.Account, person.EmployeeId, scopeFollows: false, seen: null));

        Assert.Equal(1, await Reversal.Standing(batch));
    }

    [Fact]
    public async Task No_event_holds_a_name_a_key_an_address_or_a_role()
    {
        await Import(Guid.NewGuid(), Line("E9731") with { Role = "Sjælden rolle" });

        var found = await Source.Scalar<long>(
            "select count(*) from mt_events where data::text ~* 'E9731|Prøve|eksempel.invalid|Sjælden'");
        Assert.Equal(0, found);
    }

    private EmployeeLine Line(string key, Guid? location = null) => new(
        2, key, $"Prøve {key.ToUpperInvariant()}", $"{key.ToLower(CultureInfo.InvariantCulture)}@eksempel.invalid", "Sosu-assistent", location ?? portal.Rollout.NorthA, new DateOnly(2022, 1, 1), null);

    private async Task<EmployeePlan> Import(Guid batch, params EmployeeLine[] lines)
    {
        EmployeeLine[] numbered = [.. lines.Select((line, i) => line with { Line = i + 2 })];
        var known = await Register.Find(lines.Select(line => line.WorkKey), lines.Select(line => line.Email));
        var plan = EmployeeComparison.Of(known.People, numbered, Guid.CreateVersion7);
        Assert.Empty(plan.Faults);
        if (Register.Import(batch, known.Version, plan.Steps) is { } append) await Store.Append(append);
        return plan;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Testing;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Accounts.Entry;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Features.Imports;
using RolloutPortal.Web.Tests.Support;
using EventLog = RolloutPortal.EventStore.Store;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>Somebody is erased, or the file that brought them taken back, at the moment in which an account becomes theirs.</summary>
public sealed class LinkingWhoGoes(Portal portal) : IClassFixture<Portal>
{
    private const int Rounds = 5;

    private Grant Here => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    [Theory, InlineData("link"), InlineData("invitation")]
    public async Task Nobody_is_linked_who_was_erased_since_the_look(string what)
    {
        var employee = await portal.Rollout.Employ(portal.Rollout.NorthA);
        var link = await Link(what, employee);

        Assert.Null(await Erase(employee));

        Assert.Equal(EmployeeRefusals.NotFound, (await link())?.Key);
        Assert.Empty(await Accounts(employee));
    }

    [Theory, InlineData("link"), InlineData("invitation")]
    public async Task Nobody_is_linked_whom_a_file_brought_that_was_taken_back_since_the_look(string what)
    {
        var (import, employee) = await Brought($"LG-{what[0]}");
        var link = await Link(what, employee);

        Assert.Null(await TakeBack(import));

        Assert.Equal(EmployeeRefusals.NotFound, (await link())?.Key);
    }

    [Theory, InlineData("link"), InlineData("invitation")]
    public async Task A_link_after_the_look_is_noticed_where_the_file_is_taken_back(string what)
    {
        var (import, employee) = await Brought($"LN-{what[0]}");
        var link = await Link(what, employee);
        var appends = await portal.Services.GetRequiredService<Importer>().Find("employees")!.Reverse(import, default);

        Assert.Null(await link());

        await Assert.ThrowsAsync<OvertakenException>(() => portal.Services.GetRequiredService<EventLog>().Append(appends));
        Assert.NotNull(await TakeBack(import));
    }

    [Theory, InlineData("link"), InlineData("invitation")]
    public async Task Whoever_erases_and_whoever_links_at_the_same_moment_leave_no_account_with_a_name(string what)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var employee = await portal.Rollout.Employ(portal.Rollout.NorthA);
            var link = await Link(what, employee);

            var (erased, linked) = (Task.Run(() => Erase(employee)), Task.Run(link));
            await Task.WhenAll(erased, linked);

            Assert.Null(await erased);
            Assert.Empty(await Accounts(employee));
        }
    }

    /// <summary>Somebody who has looked at the employee and is about to make an account theirs.</summary>
    private async Task<Func<Task<Refusal?>>> Link(string what, Guid employee)
    {
        if (what == "link")
        {
            var who = await Holder.Open(portal, Here);
            return () => portal.Services.GetRequiredService<EmployeeLinks>().Link(who.Id, employee, scopeFollows: false, seen: null);
        }

        var account = new NewAccount(Guid.CreateVersion7(), "Ny Person", Fresh.Email("e.dk"), Password: null, [Here], "da") { EmployeeId = employee };
        return async () => (await portal.Services.GetRequiredService<AccountEntry>().Invite([account])).Refusal;
    }

    private async Task<(Guid Import, Guid Employee)> Brought(string key)
    {
        var request = portal.Request("employees", Files.Lines(Files.Employees, $"{key};Ane Prøve;{key}@e.dk;Pædagog;BN01;2022-01-01;"));
        await portal.Import(request);
        return (request.ImportId, Assert.Single((await portal.Services.GetRequiredService<EmployeeRegister>().Find([key], [])).People).EmployeeId);
    }

    private Task<Refusal?> Erase(Guid employee) => portal.Services.GetRequiredService<EmployeeErasure>().Erase(employee);

    private Task<Refusal?> TakeBack(Guid import) => portal.Services.GetRequiredService<ImportReversals>().Reverse(import, default);

    private Task<List<Guid>> Accounts(Guid employee) => portal.Services.GetRequiredService<NpgsqlDataSource>()
        .Rows("select account_id from account_row where employee_id = $1", row => row.GetGuid(0), default, employee);
}

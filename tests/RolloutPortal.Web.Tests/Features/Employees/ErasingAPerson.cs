using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Tests.Features.Guarding;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

public sealed class ErasingAPerson(Portal portal) : IClassFixture<Portal>, IAsyncDisposable
{
    private const string Name = "Xenobia Qvistorp";
    private const string Traces = "xenobia|qvistorp|xq4711\\M";

    private readonly SmallRollout rollout = portal.Rollout;

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask DisposeAsync() => await LinesOfPeople.Agree(Source);

    [Fact]
    public async Task An_erased_person_is_a_number_everywhere()
    {
        using var log = new Heard();
        portal.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var before = await AtNorthA();
        var (id, account, ticket) = await Prepare();
        Assert.NotEmpty(await Source.Holding(Traces));
        var administrator = await portal.SignIn(Role.Administrator);
        var manager = await portal.SignIn(Role.RolloutManager);
        Assert.Contains(Name, (await manager.Get($"/tickets/{ticket}")).Words);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Post($"/employees/{id}/erasure")).Status);
        var done = await administrator.Submit(await administrator.Get($"/employees/{id}/erasure"), "#erasure", ("Form.Confirmed", "true"));

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Empty(await Source.Holding(Traces));
        var number = await Source.Scalar<int>("select erased_number from employee where id = $1", default, id);
        foreach (var page in Pages(id, ticket))
        {
            var seen = (await administrator.Get(page)).Text + (await manager.Get(page)).Text + (await manager.Get(page, partial: true)).Text;
            Assert.DoesNotContain("qvistorp", seen, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal($"Medarbejder {number}", (await manager.Get($"/employees/{id}")).Html.QuerySelector("h1")!.TextContent);
        Assert.Contains($"Medarbejder {number}", (await manager.Get($"/tickets/{ticket}")).Words);
        Assert.Equal(before + 1, await AtNorthA());
        Assert.Empty(await Source.Rows("select id from account_session where account_id = $1", row => row.GetGuid(0), default, account));
        Assert.Equal(0, await Source.Scalar<long>("select count(*) from account_device where account_id = $1", default, account));
        Assert.Equal(1, await Source.Scalar<long>("select count(*) from saved_filter"));
        Assert.Equal(1, await Source.Scalar<long>("select count(*) from reservation where kind = 'saved-filter'"));
        Assert.DoesNotContain(log.Lines, line => line.Contains("qvistorp", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Twice_is_once_and_the_key_is_free_again()
    {
        var erasure = portal.Services.GetRequiredService<EmployeeErasure>();
        var id = await rollout.Employ(rollout.NorthA, key: "GENBRUG");
        Assert.Null(await erasure.Erase(id));
        var number = await Source.Scalar<int>("select erased_number from employee where id = $1", default, id);

        Assert.Null(await erasure.Erase(id));
        Assert.Equal(number, await Source.Scalar<int>("select erased_number from employee where id = $1", default, id));
        await rollout.Employ(rollout.NorthA, key: "GENBRUG");
        Assert.Equal("employee.not-found", (await erasure.Erase(Guid.NewGuid()))!.Key);
    }

    [Fact]
    public async Task Nothing_is_changed_about_an_erased_person()
    {
        var id = await rollout.Employ(rollout.NorthA);
        await portal.Services.GetRequiredService<EmployeeErasure>().Erase(id);
        var manager = await portal.SignIn(Role.RolloutManager);

        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get($"/employees/{id}/details")).Status);
        Assert.Null((await manager.Get($"/employees/{id}")).Html.QuerySelector("a[href$='/end']"));
    }

    [Fact]
    public async Task An_account_that_administers_stays_until_somebody_takes_that_role()
    {
        var id = await rollout.Employ(rollout.NorthA);
        var account = await portal.OpenAccount(new Grant(Role.Administrator, ScopeKind.Portal, null));
        await rollout.Do<Account, AccountEvent>(account, known => known.LinkEmployee(id, scopeFollows: false));

        Assert.Equal("employee.erasing-administrator", (await portal.Services.GetRequiredService<EmployeeErasure>().Erase(id))!.Key);
    }

    /// <summary>Imported, with a name that a second import wrote over; with an account that logged a ticket.</summary>
    private async Task<(Guid Employee, Guid Account, Guid Ticket)> Prepare()
    {
        await Import("Xenobia Qvistorp-Før");
        await Import(Name);
        var id = (await portal.Services.GetRequiredService<EmployeeRegister>().Find(["XQ4711"], [])).People[0].EmployeeId;
        var superuser = await portal.SignIn(new Grant(Role.Superuser, ScopeKind.Location, rollout.NorthA));
        await rollout.Do<Account, AccountEvent>(superuser.Account, account => account.LinkEmployee(id, scopeFollows: true));
        await Source.Execute("update account set name = $2, email = 'xenobia.qvistorp@konto.invalid' where id = $1", default, superuser.Account, Name);
        await Keep(superuser);
        var ticket = await portal.Log(rollout.NorthA, portal.Now());
        await portal.Act(ticket, known => known.Take(superuser.Account, portal.Now()));
        return (id, superuser.Account, ticket);
    }

    /// <summary>What else knows them: the municipality's sign-in, their browser, and a colleague's filters.</summary>
    private async Task Keep(Browser superuser)
    {
        await Source.Execute("insert into account_identity (issuer, subject, account_id, linked_at) values ('https://login.kommune.dk', 'xq4711', $1, now())", default, superuser.Account);
        await Source.Execute("insert into reservation (kind, key, owner) values ('identity', 'https://login.kommune.dk xq4711', $1)", default, superuser.Account);
        await Source.Execute("insert into account_device (hash, account_id, trusted_until) values ('xq', $1, now() + interval '1 day')", default, superuser.Account);
        var support = await portal.SignIn(Role.Support);
        await Keep(support, "?status=open&q=xq4711", "Ved nøgle");
        await Keep(support, $"?q=Fra+{Name.Replace(' ', '+')}", "I ord");
        await Keep(support, "?status=open", $"Alt fra {Name}");
        await Keep(support, "?q=xq47112", "En anden");
    }

    private async Task Keep(Browser who, string query, string name)
    {
        var form = await who.Get($"/programmes/{rollout.Programme}/filters/new{query}");
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Submit(form, "form.form", ("Form.Name", name), ("Form.Default", "true"))).Status);
    }

    private async Task Import(string name)
    {
        var register = portal.Services.GetRequiredService<EmployeeRegister>();
        EmployeeLine[] lines = [new(2, "XQ4711", name, "xenobia.qvistorp@eksempel.invalid", "Pædagog", rollout.NorthA, new DateOnly(2021, 1, 1), null)];
        var known = await register.Find(["XQ4711"], [lines[0].Email]);
        var plan = EmployeeComparison.Of(known.People, lines, Guid.CreateVersion7);
        await portal.Services.GetRequiredService<EventStore.Store>().Append(register.Import(Guid.NewGuid(), known.Version, plan.Steps)!);
    }

    /// <summary>How many the page of figures counts there.</summary>
    private async Task<int> AtNorthA()
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get($"/programmes/{rollout.Programme}/employees/count?location={rollout.NorthA}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return int.Parse(page.Html.QuerySelector($"#count-{rollout.NorthA} td:nth-child(3)")?.TextContent ?? "0", CultureInfo.InvariantCulture);
    }

    private IEnumerable<string> Pages(Guid employee, Guid ticket) =>
    [
        $"/employees/{employee}", $"/programmes/{rollout.Programme}/employees", $"/programmes/{rollout.Programme}/employees?show=all", $"/programmes/{rollout.Programme}/employees/count",
        "/employees/erasable", $"/tickets/{ticket}", $"/tickets/{ticket}/history", "/tickets", $"/locations/{rollout.NorthA}", $"/locations/{rollout.NorthA}/employees",
        $"/locations/{rollout.NorthA}/hypercare", $"/programmes/{rollout.Programme}/tickets/export/csv", $"/programmes/{rollout.Programme}/imports", "/access-log", "/access-log/export.csv",
        $"/programmes/{rollout.Programme}/hypercare", $"/programmes/{rollout.Programme}/rollout", $"/waves/{rollout.Wave1}",
    ];
}

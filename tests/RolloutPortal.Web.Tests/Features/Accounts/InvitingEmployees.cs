using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Testing;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class InvitingEmployees(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Found_by_parts_of_the_name_they_are_invited_as_the_employee_they_are()
    {
        var (administrator, employee) = (await portal.SignIn(Role.Administrator), await rollout.Employ(rollout.NorthA, "Ingeborg Østerby", key: "IB0815"));

        var found = await administrator.Get("/accounts/invitations/new?q=østerby+inge");
        var form = await administrator.Get(found.Html.QuerySelector("a.pick")!.GetAttribute("href")!);
        Assert.Equal("Ingeborg Østerby", form.Html.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Equal($"Location:{rollout.NorthA}", form.Html.QuerySelector("[name='Form.Grants[0].Scope'] [selected]")!.GetAttribute("value"));
        var ready = await administrator.Submit(form, "form[action='/accounts/invitations/new'][method=post]", ("Form.Grants[0].Role", "Superuser"));

        Assert.Contains("Invitationen til Ingeborg Østerby er klar", ready.Words, StringComparison.Ordinal);
        var account = Assert.Single(await Linked(employee));
        Assert.True(account.ScopeFollows);
        var (theirs, hers) = (await administrator.Get($"/accounts/{account.AccountId}"), await administrator.Get($"/employees/{employee}"));
        Assert.NotNull(theirs.Html.QuerySelector($"a[href='/employees/{employee}']"));
        Assert.NotNull(hers.Html.QuerySelector($"a[href='/accounts/{account.AccountId}']"));
    }

    [Fact]
    public async Task Whoever_has_an_account_is_not_invited_to_another()
    {
        var (administrator, employee) = (await portal.SignIn(Role.Administrator), await rollout.Employ(rollout.NorthA));
        var open = await administrator.Get($"/accounts/invitations/new?employee={employee}");
        await Invite(administrator, employee);

        var late = await administrator.Submit(
            open, "form[action='/accounts/invitations/new'][method=post]", ("Form.Email", "en.anden@eksempel.dk"), ("Form.Grants[0].Role", "Superuser"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("allerede en konto", (await administrator.Get($"/accounts/invitations/new?employee={employee}")).Words, StringComparison.Ordinal);
        Assert.Single(await Linked(employee));
    }

    [Fact]
    public async Task Of_many_those_with_an_employees_address_are_linked()
    {
        var (administrator, employee) = (await portal.SignIn(Role.Administrator), await rollout.Employ(rollout.NorthA));
        var email = (await Source.Scalar<string>("select email from employee where id = $1", default, employee))!;

        await administrator.Submit(
            await administrator.Get("/accounts/invitations/several"), "form[action='/accounts/invitations/several']",
            ("Form.People", $"Kendt Person {email.ToUpperInvariant()}\nFremmed Person {Fresh.Email()}"),
            ("Form.Grants[0].Role", "Superuser"), ("Form.Grants[0].Scope", $"Location:{rollout.NorthA}"));

        Assert.Single(await Linked(employee));
    }

    [Fact]
    public async Task A_list_says_role_and_place_of_each_and_an_employee_by_the_key_alone()
    {
        var (administrator, employee) = (await portal.SignIn(Role.Administrator), await rollout.Employ(rollout.NorthA));
        var key = (await Source.Scalar<string>("select work_key from employee where id = $1", default, employee))!;
        var code = (await Source.Scalar<string>("select code from location_row where location_id = $1", default, rollout.SouthA))!;
        var other = Fresh.Email();
        async Task<Answer> Send(string people) => await administrator.Submit(
            await administrator.Get("/accounts/invitations/several"), "form[action='/accounts/invitations/several']", ("Form.People", people));

        var wrong = await Send($"Bo Bech;{other};Kok;{code}\nBo Bech;{other};leder;INTET");
        Assert.Contains("Linje 1: “Kok” er ikke en rolle", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("Linje 2: “INTET” er hverken", wrong.Words, StringComparison.Ordinal);
        var ready = await Send($"Bo Bech;{other};leder;{code}\n{key.ToLowerInvariant()};Superbruger;{code}");

        Assert.Contains("2 invitationer er klar", ready.Words, StringComparison.Ordinal);
        Assert.Single(await Linked(employee));
        Assert.Equal(2, await Source.Scalar<long>(
            "select count(*) from grant_row g join account a on a.id = g.account_id where g.scope_id = $1 and (lower(a.email) = $2 or a.id in (select account_id from account_row where employee_id = $3))",
            default, rollout.SouthA, other, employee));
    }

    [Fact]
    public async Task An_administrator_of_a_location_finds_those_who_work_there()
    {
        var own = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, rollout.NorthA));
        var (here, there) = (await rollout.Employ(rollout.NorthA, "Torkild Nordfra"), await rollout.Employ(rollout.SouthA, "Torkild Sydfra"));

        var found = await own.Get("/accounts/invitations/new?q=Torkild");

        Assert.NotNull(found.Html.QuerySelector($"a[href$='{here}']"));
        Assert.DoesNotContain("Sydfra", found.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sydfra", (await own.Get($"/accounts/invitations/new?employee={there}")).Words, StringComparison.Ordinal);
        Assert.NotNull((await own.Get($"/employees/{here}")).Html.QuerySelector($"a[href$='employee={here}']"));
    }

    [Fact]
    public async Task Once_erased_the_account_is_nobodys_and_stays_closed()
    {
        var (administrator, employee) = (await portal.SignIn(Role.Administrator), await rollout.Employ(rollout.NorthA, "Sletta Snart"));
        var account = await Invite(administrator, employee);
        Assert.Contains("Sletta Snart", (await administrator.Get($"/employees/{employee}/erasure")).Html.QuerySelector("form#erasure")!.TextContent, StringComparison.Ordinal);

        Assert.Null(await portal.Services.GetRequiredService<EmployeeErasure>().Erase(employee));

        var page = await administrator.Get($"/accounts/{account}");
        Assert.Contains("Personen er slettet fra portalen", page.Words, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("main form, a[href$='/enabling'], a[href$='/grants/new'], a[href$='/description']"));
        Assert.Empty(await Linked(employee));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Get($"/accounts/{account}/enabling")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Post($"/accounts/{account}/invitations", from: "/accounts")).Status);
        var refused = await administrator.Post($"/accounts/{account}/grants", [new("role", "Reader"), new("scope", "Portal"), new("seen", "99")], from: "/accounts");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    private async Task<Guid> Invite(Browser administrator, Guid employee)
    {
        await administrator.Submit(
            await administrator.Get($"/accounts/invitations/new?employee={employee}"), "form[action='/accounts/invitations/new'][method=post]",
            ("Form.Grants[0].Role", "Superuser"));
        return Assert.Single(await Linked(employee)).AccountId;
    }

    private Task<List<AccountRow>> Linked(Guid employee) =>
        portal.Services.GetRequiredService<ReadTables>().Where<AccountRow>("employee_id = $1", default, employee);
}

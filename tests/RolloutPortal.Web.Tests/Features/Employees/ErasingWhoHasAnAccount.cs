using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Features.AccessLog;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Features.Imports;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>An account that nobody has linked to the employee whose address it has; and one of somebody who is no employee.</summary>
public sealed class ErasingWhoHasAnAccount(Portal portal) : IClassFixture<Portal>
{
    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    private Grant Here => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    [Fact]
    public async Task An_account_with_the_address_is_proposed_for_linking_on_both_pages()
    {
        var (who, employee) = await Both(Here);
        var administrator = await portal.SignIn(Role.Administrator);

        var (account, person) = (await administrator.Get($"/accounts/{who.Id}"), await administrator.Get($"/employees/{employee}"));

        Assert.Contains("har samme e-mail", account.Words, StringComparison.Ordinal);
        Assert.NotNull(person.Html.QuerySelector($"a[href='/accounts/{who.Id}/employee']"));
        Assert.Null(person.Html.QuerySelector("a[href^='/accounts/invitations']"));
        await administrator.Submit(await administrator.Get($"/accounts/{who.Id}/employee"), "main form[action$='/employee'][method=post]");
        Assert.DoesNotContain("har samme e-mail", (await administrator.Get($"/accounts/{who.Id}")).Words, StringComparison.Ordinal);
        Assert.NotNull((await administrator.Get($"/employees/{employee}")).Html.QuerySelector($"a[href='/accounts/{who.Id}']"));
    }

    [Fact]
    public async Task It_goes_along_and_is_told_so_before()
    {
        var (who, employee) = await Both(Here);
        var administrator = await portal.SignIn(Role.Administrator);
        var question = await administrator.Get($"/employees/{employee}/erasure");
        Assert.Contains($"Kontoen {who.Name} har medarbejderens e-mail", question.Words, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(question, "#erasure", ("Form.Confirmed", "true"))).Status);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SignIn(portal.Anonymous())).Status);
        Assert.Equal(0, await Source.Scalar<long>("select count(*) from account where email = $1", default, who.Email));
        // The address is free again: who comes with it is somebody new.
        await Holder.Open(portal, who.Email);
    }

    [Fact]
    public async Task Somebody_with_two_accounts_is_one_number_in_both()
    {
        var (byAddress, employee) = await Both(Here);
        var linked = await Holder.Open(portal, Here);
        Assert.Null(await portal.Services.GetRequiredService<EmployeeLinks>().Link(linked.Id, employee, scopeFollows: false, seen: null));

        Assert.Null(await Erase(employee));

        var numbers = await Source.Rows("select erased_number from account where id = any($1)", row => row.GetInt32(0), default, new[] { byAddress.Id, linked.Id });
        Assert.Equal(2, numbers.Count);
        Assert.Single(numbers.Distinct());
    }

    /// <summary>Whoever writes down an employee with a colleague's address would else close the colleague's account.</summary>
    [Fact]
    public async Task Nobody_closes_an_account_that_is_not_in_their_hands_by_writing_down_its_address()
    {
        var (who, employee) = await Both(Here, new Grant(Role.Leader, ScopeKind.Location, portal.Rollout.SouthA));
        var own = await portal.SignIn(Here with { Role = Role.Administrator });
        var question = await own.Get($"/employees/{employee}/erasure");
        Assert.Contains("En konto, som du ikke kan lukke", question.Words, StringComparison.Ordinal);

        var refused = await own.Submit(question, "#erasure", ("Form.Confirmed", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(portal.Anonymous())).Status);
        Assert.Null(await Erase(employee));
    }

    [Fact]
    public async Task An_account_that_is_another_employees_is_put_right_first()
    {
        var (who, employee) = await Both(Here);
        var other = await portal.Rollout.Employ(portal.Rollout.NorthA);
        Assert.Null(await portal.Services.GetRequiredService<EmployeeLinks>().Link(who.Id, other, scopeFollows: false, seen: null));

        Assert.Equal(EmployeeRefusals.ErasingAnothersAddress, (await Erase(employee))!.Key);
    }

    [Fact]
    public async Task Somebody_without_an_employee_is_erased_on_the_accounts_page()
    {
        var who = await Holder.Open(portal, Here);
        var (administrator, browser) = (await portal.SignIn(Role.Administrator), portal.Anonymous());
        await who.SignIn(browser);
        Assert.NotNull((await administrator.Get($"/accounts/{who.Id}")).Html.QuerySelector($"a[href='/accounts/{who.Id}/erasure']"));
        var question = await administrator.Get($"/accounts/{who.Id}/erasure");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Submit(question, "#erasure")).Status);

        var done = await administrator.Submit(question, "#erasure", ("Form.Confirmed", "true"));

        var page = await administrator.Get(done.Location!);
        var number = await Source.Scalar<int>("select erased_number from account where id = $1", default, who.Id);
        Assert.Equal($"Medarbejder {number}", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Equal("", await Source.Scalar<string>("select name from account where id = $1", default, who.Id));
        Assert.NotEmpty((await administrator.Get($"/access-log?who=medarbejder%20{number}")).Actions());
        Assert.Empty((await administrator.Get("/access-log?who=erased.invalid")).Actions());
        Assert.Contains("Personoplysningerne blev slettet", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Get($"/accounts/{who.Id}/erasure")).Status);
    }

    [Fact]
    public async Task What_others_have_decided_since_the_question_is_read_before_it_is_confirmed()
    {
        var who = await Holder.Open(portal, Here);
        var administrator = await portal.SignIn(Role.Administrator);
        var question = await administrator.Get($"/accounts/{who.Id}/erasure");
        var form = await administrator.Get($"/accounts/{who.Id}/disabling");
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(form, "form[action$='/disabling']", ("Reason", "Rejst"))).Status);

        var lost = await administrator.Submit(question, "#erasure", ("Form.Confirmed", "true"));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Sket, siden du åbnede siden", lost.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(lost, "#erasure", ("Form.Confirmed", "true"))).Status);
    }

    [Fact]
    public async Task Only_administrators_of_the_whole_portal_and_nobody_who_administers()
    {
        var (who, chief) = (await Holder.Open(portal, Here), await Holder.Open(portal, Here with { Role = Role.Administrator }));
        var (administrator, own) = (await portal.SignIn(Role.Administrator), await portal.SignIn(Here with { Role = Role.Administrator }));

        Assert.Equal(HttpStatusCode.Forbidden, (await own.Get($"/accounts/{who.Id}/erasure")).Status);
        Assert.Null((await own.Get($"/accounts/{who.Id}")).Html.QuerySelector("a[href$='/erasure']"));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Get($"/accounts/{administrator.Account}/erasure")).Status);
        var refused = await administrator.Submit(await administrator.Get($"/accounts/{chief.Id}/erasure"), "#erasure", ("Form.Confirmed", "true"));
        Assert.Contains("Kontoen er administrator", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_an_employee_too_is_erased_there()
    {
        var (who, employee) = await Both(Here);
        var administrator = await portal.SignIn(Role.Administrator);

        Assert.Equal($"/employees/{employee}/erasure", (await administrator.Get($"/accounts/{who.Id}/erasure")).Location);
        var posted = await administrator.Post($"/accounts/{who.Id}/erasure", [new("Form.Confirmed", "true")], from: "/accounts");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.Status);
    }

    /// <summary>An account has no work key, and nothing is in every file.</summary>
    [Fact]
    public async Task A_file_without_them_goes_on_waiting()
    {
        var (manager, administrator, who) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.Administrator), await Holder.Open(portal, Here));
        var (waiting, _) = await manager.Upload(portal, "employees", Files.Employees, "NV1;En helt anden;nv1@e.dk;Leder;BN01;2022-01-01;");

        await administrator.Submit(await administrator.Get($"/accounts/{who.Id}/erasure"), "#erasure", ("Form.Confirmed", "true"));

        Assert.Equal(ImportState.Checked, (await portal.Waiting(waiting)).State);
    }

    /// <summary>An account, and then an employee with its address, whom nobody has linked.</summary>
    private async Task<(Holder Who, Guid Employee)> Both(params Grant[] roles)
    {
        var who = await Holder.Open(portal, roles);
        var employee = await portal.Rollout.Employ(portal.Rollout.NorthA);
        await Source.Execute("update employee set email = $2 where id = $1", default, employee, who.Email);
        return (who, employee);
    }

    private Task<RolloutPortal.Domain.Refusal?> Erase(Guid employee) => portal.Services.GetRequiredService<EmployeeErasure>().Erase(employee);
}

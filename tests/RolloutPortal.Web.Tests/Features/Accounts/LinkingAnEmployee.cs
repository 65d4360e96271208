using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class LinkingAnEmployee(Portal portal) : IClassFixture<Portal>
{
    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    private Grant Here => new(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA);

    [Fact]
    public async Task Whoever_has_the_same_address_is_proposed_and_each_employee_has_one_account()
    {
        var (administrator, who, other) = (await portal.SignIn(Role.Administrator), await Holder.Open(portal, Here), await Holder.Open(portal, Here));
        var employee = await Employee(who.Email, (portal.Rollout.NorthA, SmallRollout.Today.AddDays(-100), null));

        var page = await administrator.Get($"/accounts/{who.Id}/employee");
        var linked = await administrator.Submit(page, "main form[action$='/employee'][method=post]", ("follows", "true"));
        var shown = await administrator.Get($"/accounts/{who.Id}");
        var taken = await administrator.Post($"/accounts/{other.Id}/employee", [new("employeeId", $"{employee}"), new("seen", "1")], from: "/accounts");

        Assert.Contains("Åse Ærlig-Møller", page.Words, StringComparison.Ordinal);
        Assert.Equal($"/accounts/{who.Id}?done=linked", linked.Location);
        Assert.Contains("Roller følger med, når personen flytter", shown.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        await administrator.Submit(await administrator.Get($"/accounts/{who.Id}/employee"), "form[action$='/employee/removal']");
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Post($"/accounts/{other.Id}/employee", [new("employeeId", $"{employee}"), new("seen", "1")], from: "/accounts")).Status);
    }

    [Fact]
    public async Task Whoever_links_after_somebody_else_sees_what_was_decided_and_can_decide_then()
    {
        var (first, second, who) = (await portal.SignIn(Role.Administrator), await portal.SignIn(Role.Administrator), await Holder.Open(portal, Here));
        await Employee(who.Email, (portal.Rollout.NorthA, SmallRollout.Today.AddDays(-100), null));
        var (seen, other) = (await first.Get($"/accounts/{who.Id}/employee"), await second.Get($"/accounts/{who.Id}/employee"));
        await second.Submit(other, Form);

        var lost = await first.Submit(seen, Form, ("follows", "true"));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Sket, siden du åbnede siden", lost.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await first.Submit(lost, Form, ("follows", "true"))).Status);
    }

    private const string Form = "main form[action$='/employee'][method=post]";

    [Fact]
    public async Task On_the_day_of_the_move_the_portal_itself_moves_the_role()
    {
        var who = await Linked(follows: true, moves: SmallRollout.Today);

        await portal.Services.GetRequiredService<FollowEmployees>().Run();
        await portal.Services.GetRequiredService<FollowEmployees>().Run();

        Assert.Equal([Here with { ScopeId = portal.Rollout.SouthA }], await Grants(who.Id));
        var administrator = await portal.SignIn(Role.Administrator);
        Assert.Contains("Portalen", (await administrator.Get($"/accounts/{who.Id}")).Html.QuerySelector(".timeline li")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task The_day_before_and_where_it_was_not_chosen_nothing_moves(bool follows, int days)
    {
        var who = await Linked(follows, SmallRollout.Today.AddDays(days));

        await portal.Services.GetRequiredService<FollowEmployees>().Run();

        Assert.Equal([Here], await Grants(who.Id));
    }

    [Theory, InlineData(0), InlineData(1)]
    public async Task One_account_that_cannot_follow_keeps_nobody_else(int broken)
    {
        Holder[] both = [await Linked(follows: true, moves: SmallRollout.Today), await Linked(follows: true, moves: SmallRollout.Today)];
        await Source.Execute(
            $"""
            create or replace function refuse_{broken}() returns trigger as $$ begin raise exception 'no'; end $$ language plpgsql;
            create trigger refuse_{broken} before delete on grant_row for each row when (old.account_id = '{both[broken].Id}') execute function refuse_{broken}();
            """);

        try
        {
            await portal.Services.GetRequiredService<FollowEmployees>().Run();

            Assert.Equal([Here with { ScopeId = portal.Rollout.SouthA }], await Grants(both[1 - broken].Id));
            Assert.Equal([Here], await Grants(both[broken].Id));
        }
        finally
        {
            await Source.Execute($"drop trigger refuse_{broken} on grant_row");
        }
    }

    [Fact]
    public async Task An_areas_administrator_goes_from_the_person_to_the_account()
    {
        var (area, who) = (new Grant(Role.Superuser, ScopeKind.Area, portal.Rollout.North), Holder.New());
        await Holder.Open(portal.Services, who, area);
        var employee = await portal.Rollout.Employ(portal.Rollout.NorthA);
        Assert.Null(await portal.Services.GetRequiredService<EmployeeLinks>().Link(who.Id, employee, scopeFollows: false, seen: null));
        var administrator = await portal.SignIn(area with { Role = Role.Administrator });

        Assert.Equal(HttpStatusCode.OK, (await administrator.Get($"/accounts/{who.Id}")).Status);
        Assert.NotNull((await administrator.Get($"/employees/{employee}")).Html.QuerySelector($"a[href='/accounts/{who.Id}']"));
    }

    [Fact]
    public async Task Employees_elsewhere_are_not_shown_to_an_administrator_of_a_location()
    {
        var (own, who) = (await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, portal.Rollout.NorthA)), await Holder.Open(portal, Here));
        var employee = await Employee(who.Email, (portal.Rollout.SouthA, SmallRollout.Today.AddDays(-100), null));

        Assert.DoesNotContain($"{employee}", (await own.Get($"/accounts/{who.Id}/employee?q={who.Email}")).Text, StringComparison.Ordinal);
        Assert.Equal($"/accounts/{who.Id}/employee", (await own.Post($"/accounts/{who.Id}/employee", [new("employeeId", $"{employee}"), new("seen", "1")], from: "/accounts")).Location);
    }

    private async Task<Holder> Linked(bool follows, DateOnly moves)
    {
        var who = await Holder.Open(portal, Here);
        var employee = await Employee(
            who.Email, (portal.Rollout.NorthA, moves.AddDays(-100), moves.AddDays(-1)), (portal.Rollout.SouthA, moves, null));
        Assert.Null(await portal.Services.GetRequiredService<EmployeeLinks>().Link(who.Id, employee, follows, seen: null));
        return who;
    }

    private async Task<Guid> Employee(string email, params (Guid Location, DateOnly From, DateOnly? To)[] periods)
    {
        var id = Guid.NewGuid();
        await Source.Execute(
            "insert into employee (id, key, work_key, name, email, created_at) values ($1, $2, $2, 'Åse Ærlig-Møller', $3, now())", default, id, $"{id:N}"[..12], email);
        foreach (var (location, from, to) in periods)
            await Source.Execute(
                "insert into employee_period (period_id, employee_id, location_id, role, from_day, to_day, recorded_from) values ($1, $2, $3, 'Pædagog', $4, $5, now())",
                default, Guid.NewGuid(), id, location, from, to ?? (object)DBNull.Value);
        return id;
    }

    private async Task<IReadOnlyList<Grant>> Grants(Guid account) =>
        [.. (await portal.Services.GetRequiredService<ReadTables>().Where<GrantRow>("account_id = $1", default, account)).Select(row => row.ToGrant())];
}

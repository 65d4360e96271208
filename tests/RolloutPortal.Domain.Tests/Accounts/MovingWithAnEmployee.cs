using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class MovingWithAnEmployee
{
    private static readonly Guid Employee = Guid.NewGuid();
    private static readonly Guid Old = Guid.NewGuid();
    private static readonly Guid New = Guid.NewGuid();
    private static readonly Grant Here = new(Role.Superuser, ScopeKind.Location, Old);
    private static readonly Grant There = Here with { ScopeId = New };
    private static readonly Grant Area = new(Role.Leader, ScopeKind.Area, Guid.NewGuid());

    private readonly Account account =
        Account.Initial.After(a => a.Open(Guid.NewGuid(), [Here, Area], null)).After(a => a.LinkEmployee(Employee, scopeFollows: true));

    [Fact]
    public void Roles_at_the_location_that_was_left_are_had_at_the_new_one()
    {
        var moved = account.After(a => a.Follow([Old], [New]));

        Assert.Equal([Area, There], moved.Grants);
        moved.Follow([Old], [New]).IsNothing();
    }

    [Fact]
    public void An_administrator_stays_one_where_they_were_made_one()
    {
        var administrator = new Grant(Role.Administrator, ScopeKind.Location, Old);

        Assert.Equal([Area, administrator, There], account.After(a => a.GrantRole(administrator)).After(a => a.Follow([Old], [New])).Grants);
    }

    [Fact]
    public void Where_the_employee_still_works_and_where_they_never_did_roles_stay()
    {
        account.Follow([Old], [Old, New]).IsNothing();
        account.Follow([Guid.NewGuid()], [New]).IsNothing();
    }

    [Fact]
    public void Of_an_employee_who_is_nowhere_nothing_is_taken() => account.Follow([Old], []).IsNothing();

    [Fact]
    public void A_role_given_there_since_is_meant_so()
    {
        var given = account.After(a => a.Follow([Old], [New])).After(a => a.GrantRole(Here));

        given.Follow([Old], [New]).IsNothing();
    }

    [Fact]
    public void Back_where_they_were_the_roles_come_along_and_go_along_again()
    {
        var back = account.After(a => a.Follow([Old], [New])).After(a => a.Follow([New], [Old]));

        Assert.Equal([Area, Here], back.Grants);
        Assert.Equal([Area, There], back.After(a => a.Follow([Old], [New])).Grants);
    }

    [Fact]
    public void A_new_role_at_two_locations_comes_from_one()
    {
        var third = Guid.NewGuid();

        Assert.Equal([Area, There, Here with { ScopeId = third }], account.After(a => a.Follow([Old], [New, third])).Grants);
    }

    [Fact]
    public void Only_where_it_was_chosen()
    {
        account.After(a => a.LinkEmployee(Employee, scopeFollows: false)).Follow([Old], [New]).IsNothing();
        account.After(a => a.UnlinkEmployee()).Follow([Old], [New]).IsNothing();
        account.After(a => a.Disable()).Follow([Old], [New]).IsNothing();
    }

    [Fact]
    public void A_link_is_made_and_ended_once()
    {
        account.LinkEmployee(Employee, scopeFollows: true).IsNothing();
        Assert.IsType<EmployeeLinked>(account.LinkEmployee(Employee, scopeFollows: false).Only());
        account.After(a => a.UnlinkEmployee()).UnlinkEmployee().IsNothing();
        Account.Initial.LinkEmployee(Employee, scopeFollows: true).IsRefused(AccountRefusals.NotFound);
    }
}

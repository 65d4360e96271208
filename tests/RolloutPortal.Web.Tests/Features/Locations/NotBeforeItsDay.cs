using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Boards;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Locations;

/// <summary>What is planned for a later day shows nowhere else before it: neither a name in a choice nor the midnight of another zone.</summary>
public sealed class NotBeforeItsDay(Portal portal) : IClassFixture<Portal>
{
    private static readonly DateOnly Later = new(2022, 6, 1);

    [Theory]
    [InlineData("/claim-rules")]
    [InlineData("/accounts/invitations/new")]
    public async Task A_choice_of_places_names_them_as_they_are_called_today(string address)
    {
        await Plan(portal.Rollout.NorthB, d => d with { Name = "Bosted Senere" });
        var page = (await (await portal.SignIn(Role.Administrator)).Get(address)).Words;

        Assert.Contains("Bosted Østerbro", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bosted Senere", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_follows_a_person_at_the_midnight_that_holds_there_now()
    {
        await Plan(portal.Rollout.SouthA, d => d with { TimeZone = "Pacific/Kiritimati" });
        await Plan(portal.Rollout.NorthA, d => d with { TimeZone = "Pacific/Kiritimati" });
        var who = await Holder.Open(portal, new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));
        await Moving(who, SmallRollout.Today.AddDays(1));
        var follow = portal.Services.GetRequiredService<FollowEmployees>();

        await portal.SetClock("2022-01-25T12:00:00Z");
        await follow.Run(TestContext.Current.CancellationToken);
        Assert.Equal(portal.Rollout.NorthA, await Where(who));

        await portal.SetClock("2022-01-25T23:00:00Z");
        await follow.Run(TestContext.Current.CancellationToken);
        Assert.Equal(portal.Rollout.SouthA, await Where(who));
        await portal.SetClock("2022-01-25T07:00:00Z");
    }

    [Fact]
    public async Task Weeks_begin_at_the_midnight_that_holds_there_now()
    {
        await Plan(portal.Rollout.SouthA, d => d with { TimeZone = "America/Nuuk" });
        await portal.Log(portal.Rollout.SouthA, new DateTimeOffset(2022, 1, 16, 23, 30, 0, TimeSpan.Zero));

        var there = await portal.Services.GetRequiredService<CareLocations>().Of([portal.Rollout.SouthA]);
        var weeks = await portal.Services.GetRequiredService<BoardCounts>().ByWeek(there, SmallRollout.Morning);
        Assert.Equal(1, weeks.GetValueOrDefault(0));
    }

    private Task Plan(Guid location, Func<LocationDescription, LocationDescription> change) =>
        portal.Rollout.Do<Location, LocationEvent>(location, l => l.Describe(change(l.History!.On(Later)), Later));

    private async Task Moving(Holder who, DateOnly on)
    {
        var employee = await portal.Rollout.Employ(portal.Rollout.NorthA, to: on.AddDays(-1));
        await portal.Services.GetRequiredService<NpgsqlDataSource>().Execute(
            "insert into employee_period (period_id, employee_id, location_id, role, from_day, to_day, recorded_from) values ($1, $2, $3, 'Pædagog', $4, null, now())",
            default, Guid.CreateVersion7(), employee, portal.Rollout.SouthA, on);
        Assert.Null(await portal.Services.GetRequiredService<EmployeeLinks>().Link(who.Id, employee, scopeFollows: true, seen: null));
    }

    private async Task<Guid?> Where(Holder who) =>
        Assert.Single(await portal.Services.GetRequiredService<ReadTables>().Where<GrantRow>("account_id = $1", default, who.Id)).ScopeId;
}

using FsCheck;
using FsCheck.Fluent;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class WhoMayDoWhat
{
    private static readonly Guid[] Ids = [Guid.NewGuid(), Guid.NewGuid()];

    [Fact]
    public void The_table_names_every_role_and_every_permission()
    {
        var lines = RoleTable.Text.Split('\n');

        Assert.Equal(Enum.GetNames<Permission>(), Cells(lines[0]).Skip(1));
        Assert.Equal(Enum.GetNames<Role>(), lines.Skip(2).Select(line => Cells(line)[0]));
        Assert.All(lines.Skip(2).SelectMany(line => Cells(line).Skip(1)), cell => Assert.True(cell is "yes" or ""));
    }

    [Theory]
    [InlineData(Permission.SeeNames, Role.Reader, false)]
    [InlineData(Permission.LogTickets, Role.Reader, false)]
    [InlineData(Permission.LogTickets, Role.ExternalProvider, true)]
    [InlineData(Permission.TriageTickets, Role.Superuser, true)]
    [InlineData(Permission.CorrectTickets, Role.Superuser, false)]
    [InlineData(Permission.CorrectTickets, Role.Support, true)]
    [InlineData(Permission.Plan, Role.Leader, false)]
    [InlineData(Permission.Plan, Role.RolloutManager, true)]
    [InlineData(Permission.DecideRecovered, Role.Leader, true)]
    [InlineData(Permission.DecideRecovered, Role.RolloutManager, false)]
    [InlineData(Permission.Administer, Role.RolloutManager, false)]
    public void Some_of_it_in_words(Permission permission, Role role, bool allowed) =>
        Assert.Equal(allowed, RoleTable.Allows(role, permission));

    [Fact]
    public void A_reader_changes_nothing() =>
        Assert.Equal(
            [Permission.SeeRollout, Permission.SeeTickets],
            Enum.GetValues<Permission>().Where(permission => RoleTable.Allows(Role.Reader, permission)));

    [Fact]
    public void A_scope_reaches_what_lies_in_it_and_nothing_above()
    {
        var place = new Place(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), ProviderId: null);
        var leader = new Grant(Role.Leader, ScopeKind.Area, place.AreaId);

        Assert.True(leader.Covers(place));
        Assert.False(leader.Covers(place with { AreaId = Guid.NewGuid() }));
        Assert.False(leader.Covers(new(place.ProgrammeId, AreaId: null, LocationId: null, ProviderId: null)));
        Assert.False(leader.Covers(Place.Portal));
    }

    [Fact]
    public void A_scope_that_names_nothing_reaches_nothing() =>
        Assert.False(new Grant(Role.ExternalProvider, ScopeKind.Provider, ScopeId: null).Covers(Place.Portal));

    [Fact]
    public void No_scope_but_everything_reaches_a_place_that_is_nowhere() =>
        Laws.Hold(Grants(), grant => Assert.Equal(grant.ScopeKind is ScopeKind.Portal, grant.Covers(Place.Portal)));

    [Fact]
    public void One_more_grant_never_takes_a_right_away_and_gives_none_outside_its_scope() =>
        Laws.Hold(
            from grants in Grants().ListOf()
            from more in Grants()
            from place in Places()
            from permission in Laws.EnumOf<Permission>()
            select (grants, more, place, permission),
            x =>
            {
                var before = new Rights([.. x.grants]).May(x.permission, x.place);
                var after = new Rights([.. x.grants, x.more]).May(x.permission, x.place);

                Assert.True(after || !before);
                if (!x.more.Covers(x.place)) Assert.Equal(before, after);
            });

    [Fact]
    public void A_wider_place_is_reached_only_by_a_scope_that_reaches_all_within_it() =>
        Laws.Hold(
            from grant in Grants()
            from place in Places()
            select (grant, place),
            x =>
            {
                var area = x.place with { LocationId = null, ProviderId = null };
                if (x.grant.Covers(area)) Assert.True(x.grant.Covers(x.place));
                if (x.grant.Covers(area with { AreaId = null })) Assert.True(x.grant.Covers(area));
            });

    [Fact]
    public void May_somewhere_is_what_the_grants_for_it_say() =>
        Laws.Hold(
            from grants in Grants().ListOf()
            from permission in Laws.EnumOf<Permission>()
            select (grants, permission),
            x =>
            {
                var rights = new Rights([.. x.grants]);
                Assert.Equal(x.grants.Any(g => RoleTable.Allows(g.Role, x.permission)), rights.MaySomewhere(x.permission));
                Assert.All(rights.For(x.permission), g => Assert.True(RoleTable.Allows(g.Role, x.permission)));
            });

    private static string[] Cells(string line) => line.Trim('|').Split('|', StringSplitOptions.TrimEntries);

    private static Gen<Grant> Grants() =>
        from role in Laws.EnumOf<Role>()
        from kind in Laws.EnumOf<ScopeKind>()
        from id in Gen.Elements(Ids)
        select new Grant(role, kind, kind is ScopeKind.Portal ? null : id);

    private static Gen<Place> Places() =>
        from programme in Gen.Elements(Ids)
        from area in Gen.Elements(Ids)
        from location in Gen.Elements(Ids)
        from provider in Gen.Elements(Ids).Maybe()
        select new Place(programme, area, location, provider);
}

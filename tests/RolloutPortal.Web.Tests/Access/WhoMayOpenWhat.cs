using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>Every address × every role × within and outside its scope, against docs/access.md.</summary>
public sealed class WhoMayOpenWhat(Portal portal) : IClassFixture<Portal>
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public void Every_endpoint_is_listed_with_its_policy_and_nothing_else_is()
    {
        var real = Endpoints.Of(portal.Services).Select(pair => $"| `{pair.Key}` | {pair.Value} |").ToList();
        var listed = AccessTable.Read().Select(line => $"| `{line.Endpoint}` | {line.Policy} |").ToList();

        Assert.Distinct(listed);
        Doors.Nothing("not in docs/access.md", real.Except(listed));
        Doors.Nothing("not in the portal", listed.Except(real));
    }

    [Fact]
    public void No_endpoint_is_without_a_policy() =>
        Assert.All(Endpoints.Of(portal.Services), pair => Assert.False(pair.Value is "" or Endpoints.Open, pair.Key));

    [Theory, MemberData(nameof(Roles))]
    public async Task Within_its_scope_a_role_gets_what_the_table_says(Role role)
    {
        var places = await Places.Prepare(portal.Rollout);
        var visitor = await Visitor.With(portal, portal.WidestOf(role));

        await Doors.Try(places, role, visitor, line => line.Serves(role) ? line.Answer : "403");
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task Outside_it_there_is_nothing_to_find(Role role)
    {
        var places = await Places.Prepare(portal.Rollout);
        var visitor = await Visitor.With(portal, Outside(role, places));

        await Doors.Try(places, role, visitor, line =>
            line.NamesAPlace && line.Concerns(role) ? "404" : line.Serves(role) && !line.NeedsPortal ? line.Answer : "403");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_gets_what_the_table_says()
    {
        var places = await Places.Prepare(portal.Rollout);

        await Doors.Try(places, Role.Reader, await Visitor.Nobody(portal), line => line.Nobody);
    }

    [Fact]
    public void The_readme_shows_the_table_of_roles()
    {
        var readme = File.ReadAllText(Path.Combine(PostgresFixture.RepoRoot, "README.md"));
        var shown = readme.Split("<!-- roles -->")[1].Split("<!-- /roles -->")[0];

        Assert.Equal(RoleTable.Text.ReplaceLineEndings("\n"), shown.Trim().ReplaceLineEndings("\n"));
    }

    private static Grant Outside(Role role, Places places) => role is Role.ExternalProvider
        ? new Grant(role, ScopeKind.Provider, places.Stranger)
        : new Grant(role, ScopeKind.Programme, places.Elsewhere);
}

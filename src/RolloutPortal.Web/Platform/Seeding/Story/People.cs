using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Story;

/// <summary>Everybody who signs in, with their roles; without passwords, for a visitor of the demo may be any of them.</summary>
internal static class People
{
    public static IEnumerable<SeedStep> Steps(Scenario scenario) => scenario.Accounts.Select(row =>
    {
        var account = new NewAccount(
            scenario.Ids.Account(row.Text("key")), row.Text("name"), row.Text("email"), Password: null, [Grant(scenario, row)], row.Text("language"));
        return new SeedStep(
            row.Moment("opened", scenario.TimeZone), By(scenario, row), account.AccountId, Events: 2 + account.Grants.Count, Alone: false,
            (scene, ct) => scene.Accounts.Open(account, ct: ct))
        {
            Begin = scene => scene.Begin(account.AccountId, Account.Initial),
        };
    });

    /// <summary>The first one is there before anybody.</summary>
    private static Guid? By(Scenario scenario, FileRow row) =>
        row == scenario.Accounts[0] ? null : scenario.Ids.Account(scenario.Accounts[0].Text("key"));

    private static Grant Grant(Scenario scenario, FileRow row)
    {
        var (ids, kind, scope) = (scenario.Ids, row.Term<ScopeKind>("scope_kind"), row["scope"]);
        return new(row.Term<Role>("role"), kind, kind switch
        {
            ScopeKind.Programme => ids.Programme(scope),
            ScopeKind.Area => ids.Area(scope),
            ScopeKind.Location => ids.Location(scope),
            ScopeKind.Provider => ids.Provider(scope),
            _ => null,
        });
    }
}

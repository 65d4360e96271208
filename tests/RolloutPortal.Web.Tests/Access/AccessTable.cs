using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>The table of docs/access.md: every address of the portal, and who gets what there.</summary>
internal static class AccessTable
{
    private const string Letters = "AMLSUTPR";

    public static IReadOnlyList<AccessLine> Read() =>
        [.. File.ReadLines(Path.Combine(PostgresFixture.RepoRoot, "docs", "access.md")).Where(IsLine).Select(Line)];

    public static char Letter(Role role) => Letters[(int)role];

    private static bool IsLine(string line) => line.StartsWith("| `", StringComparison.Ordinal);

    private static AccessLine Line(string line)
    {
        var cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
        var (served, answer) = cells[2].Split(": ") is [var before, var after] ? (before, after) : (cells[2], "yes");
        return new AccessLine(cells[0].Trim('`'), cells[1], served == "all" ? Letters : served, answer, cells[3]);
    }
}

/// <param name="Endpoint">Method and route: <c>GET /tickets/{ticketId}</c>.</param>
/// <param name="Policy">Several are joined by <c>+</c>; each must hold.</param>
/// <param name="Served">The letters of the roles that are served within their scope; <c>(portal)</c>: only with the widest;
/// <c>(whole)</c>: only with all of the place.</param>
/// <param name="Answer">What they get: <c>yes</c>, or a status where the example of the test is nothing that there is.</param>
/// <param name="Nobody">What a visitor gets who is not signed in: <c>yes</c>, <c>sign-in</c>, or a status.</param>
internal sealed record AccessLine(string Endpoint, string Policy, string Served, string Answer, string Nobody)
{
    public string Method => Endpoint.Split(' ')[0];

    public string Route => Endpoint.Split(' ')[1];

    public bool Serves(Role role) => Served.Contains(AccessTable.Letter(role));

    /// <summary>Whether the role has one of the permissions somewhere: then the address is looked at, and not found outside the scope.</summary>
    public bool Concerns(Role role) => Permissions(role).Any();

    /// <summary>Those of the policies that the role has somewhere.</summary>
    public IEnumerable<Permission> Permissions(Role role) =>
        Policy.Split('+').Where(policy => Enum.TryParse<Permission>(policy, out _)).Select(Enum.Parse<Permission>).Where(permission => RoleTable.Allows(role, permission));

    /// <summary>Only for those whose scope is the whole portal.</summary>
    public bool NeedsPortal => Served.Contains("(portal)", StringComparison.Ordinal);

    /// <summary>Only for those whose scope holds the whole of the place, though its policy opens for a part.</summary>
    public bool NeedsWhole => Served.Contains("(whole)", StringComparison.Ordinal);

    public bool NamesAPlace => Places.Any();

    /// <summary>The places, people and tickets that the address names.</summary>
    public IEnumerable<string> Places => Access.Places.Names.Where(name => Route.Contains($"{{{name}}}", StringComparison.Ordinal));
}

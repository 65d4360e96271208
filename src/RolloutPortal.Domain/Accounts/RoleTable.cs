namespace RolloutPortal.Domain.Accounts;

/// <summary>Who may do what, within their scope (decisions.md 18). The README shows this table; it is the rule itself.</summary>
/// <remarks>
/// Reporters may also correct and withdraw their own tickets, and whoever requests an exemption does not approve it: both need
/// to know the thing, not only the role.
/// </remarks>
public static class RoleTable
{
    public const string Text =
        """
        |                     | SeeRollout | SeeTickets | LogTickets | CorrectTickets | TriageTickets | Plan | Publish | RequestExemption | ApproveExemption | DecideRecovered | Import | SeeNames | Administer |
        |---------------------|------------|------------|------------|----------------|---------------|------|---------|------------------|------------------|-----------------|--------|----------|------------|
        | Administrator       | yes        | yes        | yes        |                |               | yes  |         |                  |                  |                 | yes    | yes      | yes        |
        | RolloutManager      | yes        | yes        | yes        | yes            | yes           | yes  | yes     | yes              | yes              |                 | yes    | yes      |            |
        | Leader              | yes        | yes        | yes        |                |               |      |         | yes              | yes              | yes             |        | yes      |            |
        | Superuser           | yes        | yes        | yes        |                | yes           |      |         |                  |                  |                 |        | yes      |            |
        | Support             | yes        | yes        | yes        | yes            | yes           |      |         |                  |                  |                 |        | yes      |            |
        | TrainingCoordinator | yes        | yes        | yes        |                |               |      |         |                  |                  |                 |        | yes      |            |
        | ExternalProvider    | yes        | yes        | yes        |                |               |      |         |                  |                  |                 |        |          |            |
        | Reader              | yes        | yes        |            |                |               |      |         |                  |                  |                 |        |          |            |
        """;

    private static readonly HashSet<(Role, Permission)> Allowed = [.. Read()];

    public static bool Allows(Role role, Permission permission) => Allowed.Contains((role, permission));

    private static IEnumerable<(Role, Permission)> Read()
    {
        string[][] lines = [.. Text.Split('\n').Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
        Permission[] columns = [.. lines[0].Skip(1).Select(Enum.Parse<Permission>)];
        foreach (var line in lines.Skip(2))
            foreach (var (permission, cell) in columns.Zip(line.Skip(1)))
                if (cell == "yes") yield return (Enum.Parse<Role>(line[0]), permission);
    }
}

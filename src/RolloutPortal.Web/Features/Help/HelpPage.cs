using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Help;

/// <summary>The help for everybody, with the parts of one's own roles first and open.</summary>
/// <param name="Words">Keys of the words that are explained.</param>
/// <param name="LogMonths">How long the access log is kept.</param>
public sealed record HelpPage(IReadOnlyList<HelpPart> Parts, IReadOnlyList<string> Words, int LogMonths)
{
    private static readonly (string Key, Role[] Roles)[] All =
    [
        ("superuser", [Role.Superuser]),
        ("leader", [Role.Leader]),
        ("manager", [Role.RolloutManager]),
        ("support", [Role.Support]),
        ("provider", [Role.ExternalProvider]),
        ("reader", [Role.Reader, Role.TrainingCoordinator]),
        ("administrator", [Role.Administrator]),
    ];

    /// <param name="demo">Marks of sources stand nowhere but on a demonstration.</param>
    public static HelpPage For(Rights? rights, bool demo, int logMonths)
    {
        var mine = rights?.Grants.Select(grant => grant.Role).ToHashSet() ?? [];
        return new HelpPage([.. All.Select(part => new HelpPart(part.Key, part.Roles.Any(mine.Contains))).OrderByDescending(part => part.IsMine)],
            ["hypercare", "severity", "operations", "expected", "frozen", .. demo ? ["source"] : Array.Empty<string>()], logMonths);
    }
}

/// <summary>What one role does here; its texts begin with its key.</summary>
public sealed record HelpPart(string Key, bool IsMine)
{
    /// <summary>An administrator has more to do, and does some of it once only.</summary>
    public IEnumerable<int> Steps => Enumerable.Range(1, Key == "administrator" ? 6 : 3);
}

using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Help;

/// <summary>The help for everybody, with the parts of one's own roles first and open.</summary>
public sealed record HelpPage(IReadOnlyList<HelpPart> Parts)
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

    public static HelpPage For(Rights? rights)
    {
        var mine = rights?.Grants.Select(grant => grant.Role).ToHashSet() ?? [];
        return new HelpPage([.. All.Select(part => new HelpPart(part.Key, part.Roles.Any(mine.Contains))).OrderByDescending(part => part.IsMine)]);
    }
}

/// <summary>What one role does here; its texts begin with its key.</summary>
public sealed record HelpPart(string Key, bool IsMine)
{
    /// <summary>Steps that each role has.</summary>
    public static IReadOnlyList<int> Steps { get; } = [1, 2, 3];
}

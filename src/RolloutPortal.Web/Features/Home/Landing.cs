using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Home;

/// <summary>Where somebody lands after signing in: what they come for, by their role (decisions.md 20).</summary>
public static class Landing
{
    /// <summary>Of several roles, the one that decides most; a superuser's phone before a desk that only reads.</summary>
    private static readonly Role[] Order =
        [Role.RolloutManager, Role.Leader, Role.Superuser, Role.Support, Role.ExternalProvider, Role.TrainingCoordinator, Role.Administrator, Role.Reader];

    /// <param name="programmeId">The rollout chosen; null when there is none yet.</param>
    public static string Of(Rights rights, Guid? programmeId)
    {
        if (programmeId is null) return "/welcome";
        var grant = rights.Grants.OrderBy(grant => Array.IndexOf(Order, grant.Role)).FirstOrDefault();
        return grant switch
        {
            null => "/welcome",
            { Role: Role.Superuser } => "/my",
            { Role: Role.Leader or Role.Support } => "/hypercare",
            { Role: Role.ExternalProvider } => "/locations",
            _ => "/rollout",
        };
    }
}

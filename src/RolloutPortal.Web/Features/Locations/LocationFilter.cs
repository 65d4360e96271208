using RolloutPortal.Web.Features.Rollout;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>What the address asks the list of locations to show.</summary>
/// <param name="Q">A part of the name or the code.</param>
/// <param name="Side">By its name.</param>
public sealed record LocationFilter(string? Q, Guid? Area, string? Side, string? Phase, Guid? Provider)
{
    public bool IsNone => string.IsNullOrWhiteSpace(Q) && string.IsNullOrEmpty(Side) && string.IsNullOrEmpty(Phase) && Area is null && Provider is null;

    public bool Shows(LocationStanding standing) =>
        new RolloutFilter(By: null, Area, Wave: null, Phase, Provider).Shows(standing)
        && (string.IsNullOrEmpty(Side) || standing.Location.Side.ToString() == Side)
        && Finds(standing.Location);

    private bool Finds(RolloutRow location) =>
        string.IsNullOrWhiteSpace(Q)
        || location.Name.Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase)
        || location.Code.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase);
}

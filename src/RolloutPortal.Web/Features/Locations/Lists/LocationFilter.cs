using RolloutPortal.Web.Features.Rollout;

namespace RolloutPortal.Web.Features.Locations.Lists;

/// <summary>What the address asks the list of locations to show.</summary>
/// <param name="Q">A part of the name or the code.</param>
/// <param name="Side">By its name.</param>
/// <param name="On">The local day to look at; none, or no day: today.</param>
/// <param name="Gone"><c>1</c>: also what is not there on that day.</param>
public sealed record LocationFilter(string? Q, Guid? Area, string? Side, string? Phase, Guid? Provider, DateOnly? On = null, string? Gone = null)
{
    /// <summary>Also those that are closed, or not there yet.</summary>
    public bool WithGone => Gone is "1";

    public bool IsNone => string.IsNullOrWhiteSpace(Q) && string.IsNullOrEmpty(Side) && string.IsNullOrEmpty(Phase) && Area is null && Provider is null && On is null && !WithGone;

    public bool Shows(LocationStanding standing) =>
        new RolloutFilter(By: null, Area, Wave: null, Phase, Provider).Shows(standing)
        && (string.IsNullOrEmpty(Side) || standing.Location.Side.ToString() == Side)
        && Finds(standing.Location);

    private bool Finds(RolloutRow location) =>
        string.IsNullOrWhiteSpace(Q)
        || location.Name.Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase)
        || location.Code.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase);
}

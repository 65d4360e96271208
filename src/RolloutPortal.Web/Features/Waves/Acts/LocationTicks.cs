using RolloutPortal.Web.Features.Rollout;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>Locations to be ticked, and those that are.</summary>
public sealed record LocationTicks(IEnumerable<LocationStanding> Locations, Func<LocationStanding, bool> IsTicked)
{
    /// <summary>The wave that is asking; a location of another one is moved, and its tick says from where.</summary>
    public Guid? WaveId { get; init; }

    public bool IsMove(LocationStanding standing) => WaveId is not null && standing.Location.WaveId is { } other && other != WaveId;
}

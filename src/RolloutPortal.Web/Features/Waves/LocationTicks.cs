using RolloutPortal.Web.Features.Rollout;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Locations to be ticked, and those that are.</summary>
public sealed record LocationTicks(IEnumerable<LocationStanding> Locations, IReadOnlyCollection<Guid> Ticked);

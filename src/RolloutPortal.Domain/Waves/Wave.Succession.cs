namespace RolloutPortal.Domain.Waves;

/// <summary>What becomes of a place in a wave when its location is split, merged or closed.</summary>
public sealed partial record Wave
{
    /// <summary>Another location stands in the place of one of its own: as live as that is, else to go live with the wave. The one before
    /// stays where it is: it counts until its last day, the other from its first.</summary>
    /// <remarks>Nothing where the wave is over for those that are not live: there is no place to take.</remarks>
    public Decision<WaveEvent> Succeed(Guid locationId, Guid predecessorId)
    {
        if (Creation is null || IsCancelled || Locations.ContainsKey(locationId) || !Locations.TryGetValue(predecessorId, out var liveOn))
            return Decision<WaveEvent>.Nothing;
        if (liveOn is { } day) return new GoLiveInherited(Id, locationId, predecessorId, day);

        return CannotAssign is null ? new LocationAssigned(Id, locationId) : Decision<WaveEvent>.Nothing;
    }

    /// <summary>A location that was to stand in another's place does not come, and gives the place up, however live it was to be.</summary>
    public Decision<WaveEvent> LetGo(Guid locationId) =>
        Creation is not null && Locations.ContainsKey(locationId) ? new LocationUnassigned(Id, locationId) : Decision<WaveEvent>.Nothing;
}

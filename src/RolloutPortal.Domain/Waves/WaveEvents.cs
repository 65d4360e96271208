namespace RolloutPortal.Domain.Waves;

/// <summary>What can happen to a wave: the locations that go live together. Stored for good; days are whole local days.</summary>
public abstract record WaveEvent(Guid WaveId);

/// <param name="Number">The order in which waves are shown.</param>
/// <param name="Early">Early adoption: a trial before the full rollout.</param>
public sealed record WaveCreated(Guid WaveId, Guid ProgrammeId, string Name, int Number, bool Early) : WaveEvent(WaveId);

public sealed record WaveRenamed(Guid WaveId, string Name) : WaveEvent(WaveId);

public sealed record WaveScheduled(Guid WaveId, DateOnly GoLive, int HypercareWeeks) : WaveEvent(WaveId);

/// <summary>The whole wave; locations with a day of their own keep their distance to it.</summary>
/// <param name="ExtraCost">What the move costs more, in the programme's currency; null: nobody said.</param>
public sealed record WaveMoved(Guid WaveId, DateOnly From, DateOnly To, Guid ReasonTextId, decimal? ExtraCost = null) : WaveEvent(WaveId);

/// <summary>One location goes live on another day than the rest of its wave, or with it again.</summary>
/// <param name="DaysFromWave">After the wave's own day, negative before it; 0: with it.</param>
/// <param name="ExtraCost">What the move costs more, in the programme's currency; null: nobody said.</param>
public sealed record LocationGoLiveMoved(
    Guid WaveId, Guid LocationId, DateOnly From, DateOnly To, int DaysFromWave, Guid ReasonTextId, decimal? ExtraCost)
    : WaveEvent(WaveId);

/// <summary>The fall in production that those concerned agreed to expect.</summary>
/// <param name="Depth">Of normal output, between 0 and 1.</param>
/// <param name="Weeks">Until 95 % of normal output is back.</param>
public sealed record ExpectedDipAgreed(Guid WaveId, decimal Depth, int Weeks) : WaveEvent(WaveId);

/// <summary>These were told that the wave goes live on this day.</summary>
public sealed record GoLiveAnnounced(Guid WaveId, DateOnly GoLive, Guid[] AccountIds) : WaveEvent(WaveId);

public sealed record HypercareLengthSet(Guid WaveId, int Weeks) : WaveEvent(WaveId);

public sealed record LocationAssigned(Guid WaveId, Guid LocationId) : WaveEvent(WaveId);

public sealed record LocationUnassigned(Guid WaveId, Guid LocationId) : WaveEvent(WaveId);

public sealed record LocationWentLive(Guid WaveId, Guid LocationId, DateOnly On) : WaveEvent(WaveId);

/// <summary>The location had not gone live after all: a mistake put right.</summary>
public sealed record GoLiveWithdrawn(Guid WaveId, Guid LocationId, Guid ReasonTextId) : WaveEvent(WaveId);

/// <param name="On">The first day without hypercare.</param>
public sealed record HypercareClosed(Guid WaveId, DateOnly On) : WaveEvent(WaveId);

/// <summary>Hypercare goes on as if it had not been closed.</summary>
public sealed record HypercareReopened(Guid WaveId, Guid ReasonTextId) : WaveEvent(WaveId);

public sealed record WaveClosed(Guid WaveId, DateOnly On) : WaveEvent(WaveId);

public sealed record WaveCancelled(Guid WaveId, Guid ReasonTextId) : WaveEvent(WaveId);

/// <summary>Something that was written about the wave was deleted for good; its id stays taken.</summary>
public sealed record WaveTextRedacted(Guid WaveId, Guid TextId) : WaveEvent(WaveId);

/// <summary>A location that stands in the place of one that is live: it has been live since then, too.</summary>
/// <param name="On">The day on which the other went live.</param>
public sealed record GoLiveInherited(Guid WaveId, Guid LocationId, Guid FromLocationId, DateOnly On) : WaveEvent(WaveId);

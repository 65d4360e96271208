namespace RolloutPortal.Domain.Waves;

/// <summary>Make a wave, still without a day.</summary>
public sealed record CreateWave(Guid WaveId, Guid ProgrammeId, string? Name, int Number, bool Early);

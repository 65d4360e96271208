using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Which numbers and names of waves are in use: each once in a programme, among waves that are not cancelled.</summary>
/// <remarks>Held by reservations (decisions.md 5). What a form is told beforehand comes from the rows: all of it at once, and also of
/// waves from before there were reservations.</remarks>
public sealed class WaveRegister(ReadTables read)
{
    public static Reserve Number(Guid programmeId, Guid waveId, int number) =>
        new(new Claim("wave-number", $"{programmeId}/{number}", waveId), new Refusal(WaveRefusals.NumberTaken, number));

    public static Reserve Name(Guid programmeId, Guid waveId, string? typed) =>
        new(new Claim("wave-name", $"{programmeId}/{Clean(typed).ToUpperInvariant()}", waveId), new Refusal(WaveRefusals.NameTaken, Clean(typed)));

    /// <summary>What a wave gives up when it is cancelled.</summary>
    public static IReadOnlyList<Claim> Of(WaveRow wave) =>
        [Number(wave.ProgrammeId, wave.WaveId, wave.Number).Claim, Name(wave.ProgrammeId, wave.WaveId, wave.Name).Claim];

    /// <param name="number">Null where only the name is asked about.</param>
    /// <returns>Every reason why another wave stands in the way.</returns>
    public async Task<IReadOnlyList<Refusal>> Taken(Guid programmeId, Guid waveId, int? number, string? typed, CancellationToken ct = default)
    {
        var others = await read.Where<WaveRow>("programme_id = $1 and wave_id <> $2 and not cancelled", ct, programmeId, waveId);
        var refusals = new List<Refusal>();
        if (others.Any(wave => Names.Comparer.Equals(wave.Name, Clean(typed)))) refusals.Add(new Refusal(WaveRefusals.NameTaken, Clean(typed)));
        if (others.Any(wave => wave.Number == number)) refusals.Add(new Refusal(WaveRefusals.NumberTaken, number!));
        return refusals;
    }

    private static string Clean(string? typed) => CleanText.Of(typed) ?? "";
}

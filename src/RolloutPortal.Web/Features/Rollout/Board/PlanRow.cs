namespace RolloutPortal.Web.Features.Rollout.Board;

/// <summary>One row of the timeline: a wave, or an area with the waves that its locations are in.</summary>
/// <param name="Wave">Null for an area.</param>
/// <param name="Spans">One for a wave with a day; for an area one for each of its waves, in their order.</param>
public sealed record PlanRow(string Name, WaveStanding? Wave, IReadOnlyList<LocationStanding> Locations, IReadOnlyList<WaveSpan> Spans)
{
    public int Users => Locations.Sum(standing => standing.Location.Users);

    public int Live => Locations.Count(standing => standing.IsLive);

    public static PlanRow Of(WaveStanding wave) => new(wave.Wave.Name, wave, wave.Locations, WaveSpan.Of(wave) is { } span ? [span] : []);

    public static PlanRow Of(RolloutGroup area, IEnumerable<WaveStanding> waves)
    {
        var inside = area.Locations.Select(standing => standing.Location.WaveId).ToHashSet();
        return new(
            area.Name!, Wave: null, area.Locations, [.. waves.Where(wave => inside.Contains(wave.Wave.WaveId)).Select(WaveSpan.Of).OfType<WaveSpan>()]);
    }
}

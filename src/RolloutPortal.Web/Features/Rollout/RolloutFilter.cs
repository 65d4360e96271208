using Microsoft.AspNetCore.Http.Extensions;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>What the address asks the board to show.</summary>
/// <param name="By"><c>area</c>; anything else groups by wave.</param>
/// <param name="Wave">An id, or <c>none</c> for locations without a wave.</param>
/// <param name="Phase">A <see cref="LocationPhase"/>, or <c>live</c> for all that are.</param>
public sealed record RolloutFilter(string? By, Guid? Area, string? Wave, string? Phase, Guid? Provider)
{
    public const string NoWave = "none";

    public const string Live = "live";

    public static RolloutFilter None { get; } = new(null, null, null, null, null);

    public bool IsByArea => By == "area";

    public bool IsNone => this with { By = null } == None;

    public bool Shows(LocationStanding standing) =>
        (Area is null || standing.Location.AreaId == Area)
        && (Provider is null || standing.Location.ProviderId == Provider)
        && ShowsWave(standing.Location.WaveId)
        && ShowsPhase(standing);

    public bool ShowsWave(Guid? waveId) => string.IsNullOrEmpty(Wave) || (Wave == NoWave ? waveId is null : waveId.ToString() == Wave);

    /// <summary>Path and query of this view of a programme's board.</summary>
    public string Address(Guid programmeId)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("by", IsByArea ? By : null), ("area", Area?.ToString()), ("wave", Wave), ("phase", Phase), ("provider", Provider?.ToString()) })
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        return $"/programmes/{programmeId}/rollout{query}";
    }

    private bool ShowsPhase(LocationStanding standing) =>
        string.IsNullOrEmpty(Phase) || (Phase == Live ? standing.IsLive : standing.Phase.ToString() == Phase);
}

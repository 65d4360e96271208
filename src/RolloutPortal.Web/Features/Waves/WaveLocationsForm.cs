using RolloutPortal.Web.Features.Rollout;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Locations that were ticked.</summary>
public sealed record WaveLocationsForm(Guid[]? LocationIds)
{
    public IReadOnlyCollection<Guid> Ticked { get; } = [.. (LocationIds ?? []).Distinct()];
}

/// <summary>Which locations a wave has, and which it might get.</summary>
/// <param name="Free">Of the programme, in no wave.</param>
/// <param name="Search">What the free ones were searched for.</param>
public sealed record WaveLocationsPage(WaveStanding Wave, IReadOnlyList<LocationStanding> Free, WaveLocationsForm Form, string? Search, Guid? Area)
{
    public Guid WaveId => Wave.Wave.WaveId;

    public string Address => $"/waves/{WaveId}/locations";

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Area is not null;

    public IEnumerable<LocationStanding> FreeShown => Free.Where(standing => Matches(standing.Location));

    public IEnumerable<(Guid Id, string Name)> Areas =>
        Free.Select(standing => (standing.Location.AreaId, standing.Location.Area)).Distinct().OrderBy(area => area.Area, StringComparer.CurrentCulture);

    private bool Matches(RolloutRow location) =>
        (Area is null || location.AreaId == Area)
        && (string.IsNullOrWhiteSpace(Search)
            || location.Name.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase)
            || location.Code.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase));
}

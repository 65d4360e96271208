using RolloutPortal.Web.Features.Rollout;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>Locations that were ticked: in no wave, or with the wave in which they stood, <c>location/wave</c>.</summary>
public sealed record WaveLocationsForm(Guid[]? LocationIds, string[]? Moves = null)
{
    public IReadOnlyCollection<Guid> Ticked { get; } = [.. (LocationIds ?? []).Distinct()];

    public IReadOnlyCollection<LocationMove> Moved { get; } = [.. (Moves ?? []).Select(LocationMove.Read).OfType<LocationMove>().Distinct()];

    public bool IsTicked(LocationStanding standing) =>
        Ticked.Contains(standing.Location.LocationId) || Moved.Any(move => move.LocationId == standing.Location.LocationId);
}

/// <summary>Which locations a wave has, and which it might get.</summary>
/// <param name="Others">Of the programme, in no wave or in another one and not live.</param>
/// <param name="Search">What they were searched for.</param>
/// <param name="Done">What was just saved, and for how many locations.</param>
public sealed record WaveLocationsPage(
    WaveStanding Wave, IReadOnlyList<LocationStanding> Others, WaveLocationsForm Form, string? Search, Guid? Area, WaveLocationsDone? Done = null)
{
    public Guid WaveId => Wave.Wave.WaveId;

    public string Address => $"/waves/{WaveId}/locations";

    /// <summary>An address is written by anybody: no more can have come to the wave than it has, nor have left it than stand outside.</summary>
    public bool CanHave(WaveLocationsDone done) => done.Count <= (done.IsAssigned ? Wave.Locations.Count : Others.Count);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Area is not null;

    /// <summary>Those without a wave first, then wave by wave.</summary>
    public IEnumerable<IGrouping<string?, LocationStanding>> Shown => Others.Where(standing => Matches(standing.Location))
        .OrderBy(standing => standing.Location.WaveNumber ?? -1).GroupBy(standing => standing.Location.Wave);

    public IEnumerable<(Guid Id, string Name)> Areas =>
        Others.Select(standing => (standing.Location.AreaId, standing.Location.Area)).Distinct().OrderBy(area => area.Area, StringComparer.CurrentCulture);

    private bool Matches(RolloutRow location) =>
        (Area is null || location.AreaId == Area)
        && (string.IsNullOrWhiteSpace(Search)
            || location.Name.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase)
            || location.Code.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>A receipt in an address: <c>?done=assigned&amp;count=5</c>.</summary>
public sealed record WaveLocationsDone(string Key, int Count)
{
    public const string Assigned = "assigned";

    public const string Removed = "removed";

    public bool IsAssigned => Key == $"locations.{Assigned}";

    public static WaveLocationsDone? Of(string? done, int count) => done is Assigned or Removed && count > 0 ? new($"locations.{done}", count) : null;
}

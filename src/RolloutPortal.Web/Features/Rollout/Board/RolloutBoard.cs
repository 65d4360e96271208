using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Rollout.Board;

/// <summary>A programme's locations by state, as one viewer sees them: figures, waves on a timeline, and every location in its group.</summary>
/// <param name="All">The locations that the viewer sees, whatever the filter.</param>
/// <param name="People">Who works there today, counted, by location; nobody: not among them.</param>
/// <param name="Waves">In order, without those that are cancelled.</param>
/// <param name="IsWhole">The viewer sees the whole programme.</param>
public sealed record RolloutBoard(
    ProgrammeRow Programme, DateOnly Today, IReadOnlyList<LocationStanding> All, IReadOnlyDictionary<Guid, int> People, IReadOnlyList<WaveStanding> Waves,
    RolloutFilter Filter, string Topics, bool MayPlan, bool IsWhole, bool HasAreas)
{
    /// <summary>What comes later is no part of the board yet.</summary>
    public ToCome? ToCome { get; init; }

    public bool MayImport { get; init; }

    public string Address => Filter.Address(Programme.ProgrammeId);

    public IReadOnlyList<LocationStanding> Shown { get; } = [.. All.Where(Filter.Shows)];

    public RolloutFigures Figures { get; } = RolloutFigures.Of(All, Waves);

    public Timeline Timeline { get; } = Timeline.Over(Waves, Today);

    public IEnumerable<RolloutGroup> Groups => Filter.IsByArea ? RolloutGroup.ByArea(Shown) : RolloutGroup.ByWave(Shown, Waves);

    public IEnumerable<(Guid Id, string Name)> Areas => Names(All.Select(standing => ((Guid?)standing.Location.AreaId, standing.Location.Area)));

    public IEnumerable<(Guid Id, string Name)> Providers => Names(All.Select(standing => (standing.Location.ProviderId, standing.Location.Provider!)));

    /// <summary>What stands in the rows of the timeline: waves, or areas with whatever waves they have.</summary>
    public IEnumerable<PlanRow> Plan => Filter.IsByArea
        ? RolloutGroup.ByArea(Shown).Select(group => PlanRow.Of(group, Waves))
        : Waves.Where(wave => Filter.ShowsWave(wave.Wave.WaveId)).Select(PlanRow.Of);

    /// <summary>One line under the board's name: waves that have nothing in them are no part of it yet.</summary>
    public string Summary(IStringLocalizer text, IStringLocalizer<SharedTexts> shared)
    {
        if (All.Count == 0) return Programme.Name;
        if (!IsWhole) return text["summary.part", Programme.Name, shared.Count("unit.locations", All.Count)];
        WaveStanding[] full = [.. Waves.Where(wave => !wave.Wave.Early && wave.Locations.Count > 0)];
        LocationStanding[] without = [.. All.Where(standing => standing.Location.WaveId is null)];
        var planned = text[
            Figures.EarlyUsers > 0 ? "summary.early" : "summary", Programme.Name, shared.Count("unit.users", full.Sum(wave => wave.Users)),
            shared.Count("unit.waves", full.Length), shared.Count("unit.locations", All.Count - without.Length), Figures.EarlyUsers];
        return without.Length == 0 ? planned : text[
            "summary.without", planned.Value, shared.Count("unit.users", without.Sum(standing => standing.Location.Users)), shared.Count("unit.locations", without.Length)];
    }

    private static IEnumerable<(Guid Id, string Name)> Names(IEnumerable<(Guid? Id, string Name)> found) => found
        .Where(pair => pair.Id is not null).Select(pair => (pair.Id!.Value, pair.Name)).Distinct().OrderBy(pair => pair.Name, StringComparer.CurrentCulture);
}

/// <summary>The figures above the board.</summary>
/// <param name="EarlyUsers">In early adoption: they stand beside the full rollout (decisions.md 31).</param>
/// <param name="Next">The wave that goes live next; null when none is planned.</param>
public sealed record RolloutFigures(int Users, int UsersLive, int Locations, int Live, int InHypercare, int UsersInHypercare, int Overdue, int EarlyUsers, WaveStanding? Next)
{
    /// <summary>Of the users, between 0 and 1.</summary>
    public double ShareLive => Users == 0 ? 0 : (double)UsersLive / Users;

    public static RolloutFigures Of(IReadOnlyList<LocationStanding> all, IReadOnlyList<WaveStanding> waves)
    {
        LocationStanding[] live = [.. all.Where(standing => standing.IsLive)];
        LocationStanding[] supported = [.. all.Where(standing => standing.Phase == LocationPhase.Hypercare)];
        return new(
            all.Sum(UsersAt), live.Sum(UsersAt), all.Count, live.Length, supported.Length, supported.Sum(UsersAt),
            all.Count(standing => standing.Phase == LocationPhase.Overdue), waves.Where(wave => wave.Wave.Early).Sum(wave => wave.Users),
            waves.Where(wave => wave.IsAhead).MinBy(wave => wave.Wave.GoLive));
    }

    private static int UsersAt(LocationStanding standing) => standing.Location.Users;
}

/// <summary>Locations under one heading: a wave, an area, or neither.</summary>
public sealed record RolloutGroup(string? Name, WaveStanding? Wave, IReadOnlyList<LocationStanding> Locations)
{
    public int Users => Locations.Sum(standing => standing.Location.Users);

    public int Live => Locations.Count(standing => standing.IsLive);

    public static IEnumerable<RolloutGroup> ByArea(IEnumerable<LocationStanding> shown) => shown
        .GroupBy(standing => standing.Location.Area).OrderBy(group => group.Key, StringComparer.CurrentCulture)
        .Select(group => new RolloutGroup(group.Key, Wave: null, [.. group]));

    /// <summary>In the waves' order; those without a wave last.</summary>
    public static IEnumerable<RolloutGroup> ByWave(IEnumerable<LocationStanding> shown, IReadOnlyList<WaveStanding> waves)
    {
        var byWave = shown.ToLookup(standing => standing.Location.WaveId);
        return waves.Select(wave => new RolloutGroup(wave.Wave.Name, wave, [.. byWave[wave.Wave.WaveId]]))
            .Append(new RolloutGroup(Name: null, Wave: null, [.. byWave[null]]))
            .Where(group => group.Locations.Count > 0);
    }
}

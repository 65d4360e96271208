using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout.Board;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>Reads how far a rollout has come, as the viewer may see it. Scoped.</summary>
public sealed class RolloutReader(ReadTables read, Workplaces workplaces, Viewer viewer, Topics topics, Clock clock)
{
    /// <summary>What a live region over a place must name for this viewer.</summary>
    public async Task<string> TopicsOf(Guid placeId, CancellationToken ct = default) =>
        await topics.For("rollout", placeId, await viewer.Locations(Permission.SeeRollout, ct), ct);

    /// <summary>Four queries, however many locations there are.</summary>
    public async Task<RolloutBoard> Board(Guid programmeId, RolloutFilter filter, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var today = clock.Today(programme.TimeZone);
        var known = await LocationsToCome("programme_id = $2", ct, programmeId);
        LocationStanding[] all = [.. known.Where(standing => standing.IsThere)];
        var isWhole = await viewer.May(Permission.SeeRollout, programmeId, ct);
        var waves = Waves(await read.Where<WaveRow>("programme_id = $1 and not cancelled order by number, name", ct, programmeId), all, today);
        return new(
            programme, today, all, await People(all, ct), [.. waves.Where(wave => isWhole || wave.Locations.Count > 0)], filter, await TopicsOf(programmeId, ct),
            await viewer.May(Permission.Plan, programmeId, ct), isWhole,
            all.Length > 0 || (await read.Where<AreaRow>("programme_id = $1 limit 1", ct, programmeId)).Count > 0)
        {
            ToCome = ToCome.Of(known, programmeId),
            MayImport = await viewer.May(Permission.Import, programmeId, ct),
        };
    }

    /// <summary>How many people work at each of them on its day; nobody: not among them.</summary>
    public Task<IReadOnlyDictionary<Guid, int>> People(IEnumerable<LocationStanding> locations, CancellationToken ct = default) =>
        workplaces.Count([.. locations.Select(standing => (standing.Location.LocationId, standing.Day))], ct);

    /// <summary>The locations that are there today, as far as the viewer sees them, by name.</summary>
    /// <param name="condition">Over the columns of <c>rollout_row</c>; its values are $2 and so on.</param>
    public Task<IReadOnlyList<LocationStanding>> Locations(string condition, CancellationToken ct, params object[] values) =>
        Read($"{RolloutRow.Now} and {RolloutRow.There} and {condition}", clock.Today, [clock.Now, .. values], ct);

    /// <summary>Also those that are planned for a later day: a wave has places for them.</summary>
    /// <inheritdoc cref="Locations"/>
    public Task<IReadOnlyList<LocationStanding>> LocationsToCome(string condition, CancellationToken ct, params object[] values) =>
        Read($"{RolloutRow.Now} and (closes_at is null or closes_at > $1) and {condition}", clock.Today, [clock.Now, .. values], ct);

    /// <summary>What closed without going live and stands in a wave still: the wave waits for it in vain until it is taken out.</summary>
    public Task<IReadOnlyList<LocationStanding>> GoneBeforeLive(Guid waveId, CancellationToken ct = default) =>
        Read($"{RolloutRow.Now} and closes_at <= $1 and live_on is null and wave_id = $2", clock.Today, [clock.Now, waveId], ct);

    /// <summary>One location as it is today, whether or not it is there.</summary>
    /// <returns>Null when there is no such location, or not for this viewer.</returns>
    public async Task<LocationStanding?> Location(Guid locationId, CancellationToken ct = default) =>
        (await Read($"{RolloutRow.Now} and location_id = $2", clock.Today, [clock.Now, locationId], ct)) is [var found] ? found : null;

    /// <summary>A programme's locations on any day; also those that were not there then. A day to come is shown as it is planned.</summary>
    public Task<IReadOnlyList<LocationStanding>> LocationsOn(DateOnly day, Guid programmeId, CancellationToken ct = default) =>
        Read($"{RolloutRow.OnDay} and programme_id = $2 and since is distinct from closed_from", _ => day, [day, programmeId], ct, row => row.AsPlanned(day, clock.Today(row.TimeZone)));

    private async Task<IReadOnlyList<LocationStanding>> Read(string sql, Func<string, DateOnly> day, object[] values, CancellationToken ct, Func<RolloutRow, RolloutRow>? seen = null)
    {
        var visible = await viewer.Locations(Permission.SeeRollout, ct);
        var rows = await read.Query(sql, RolloutRow.Read, ct, values);
        return
        [
            .. rows.Where(row => visible is null || visible.Contains(row.LocationId))
                .OrderBy(row => row.Name, StringComparer.CurrentCulture).ThenBy(row => row.Code, StringComparer.Ordinal)
                .Select(row => LocationStanding.Of(seen is null ? row : seen(row), day)),
        ];
    }

    /// <summary>Each wave with those of its locations that are among the given.</summary>
    public static IEnumerable<WaveStanding> Waves(IEnumerable<WaveRow> waves, IEnumerable<LocationStanding> locations, DateOnly today)
    {
        var byWave = locations.ToLookup(standing => standing.Location.WaveId);
        return waves.Select(wave => new WaveStanding(wave, [.. byWave[wave.WaveId]], today));
    }
}

using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Origin;
using RolloutPortal.Web.Features.Waves.Acts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Reads waves as the viewer may see them. Scoped.</summary>
public sealed class WaveReader(ReadTables read, RolloutReader rollout, Ledger ledger, WaveHistory history, Sources sources, Viewer viewer, Clock clock)
{
    /// <summary>A wave with those of its locations that the viewer sees; null when there is no such wave.</summary>
    public async Task<WaveStanding?> Standing(Guid waveId, CancellationToken ct = default)
    {
        if (await read.Get<WaveRow>(waveId, ct) is not { } wave) return null;
        var programme = (await read.Get<ProgrammeRow>(wave.ProgrammeId, ct))!;
        return new(wave, await rollout.LocationsToCome("wave_id = $2", ct, waveId), clock.Today(programme.TimeZone));
    }

    public async Task<WavePage> Page(Guid waveId, CancellationToken ct = default)
    {
        var standing = (await Standing(waveId, ct))!;
        var programme = (await read.Get<ProgrammeRow>(standing.Wave.ProgrammeId, ct))!;
        return new(
            programme, standing, await rollout.GoneBeforeLive(waveId, ct), (await Decided(waveId, ct)).State, Today(standing), await history.Of(waveId, ct), await sources.Of([waveId, .. standing.Locations.Select(l => l.Location.LocationId)], ct),
            await rollout.TopicsOf(waveId, ct), await viewer.May(Permission.Plan, standing.Wave.ProgrammeId, ct));
    }

    /// <summary>All waves of a programme of which the viewer sees something, in order, cancelled ones last.</summary>
    public async Task<WaveList> List(Guid programmeId, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var rows = await read.Where<WaveRow>("programme_id = $1 order by cancelled, number, name", ct, programmeId);
        var waves = RolloutReader.Waves(rows, await rollout.LocationsToCome("programme_id = $2", ct, programmeId), clock.Today(programme.TimeZone));
        var isWhole = await viewer.May(Permission.SeeRollout, programmeId, ct);
        return new(
            programme, [.. waves.Where(wave => isWhole || wave.Locations.Count > 0)], await sources.Of(rows.Select(row => row.WaveId), ct),
            await rollout.TopicsOf(programmeId, ct), await viewer.May(Permission.Plan, programmeId, ct));
    }

    /// <summary>What has been decided, with the version that a form must carry.</summary>
    public Task<Known<Wave>> Decided(Guid waveId, CancellationToken ct = default) => ledger.Load<Wave, WaveEvent>(waveId, ct);

    /// <summary>The latest local day at any of the wave's locations, and where it has none: the programme's.</summary>
    public DateOnly Today(WaveStanding wave) => wave.Locations
        .Select(standing => clock.Today(standing.Location.TimeZone)).Append(wave.Today).Max();
}

/// <summary>The page of one wave.</summary>
/// <param name="Gone">Locations that closed without going live.</param>
/// <param name="Decided">What the wave itself allows.</param>
/// <param name="Today">The latest local day at its locations.</param>
public sealed record WavePage(
    ProgrammeRow Programme, WaveStanding Standing, IReadOnlyList<LocationStanding> Gone, Wave Decided, DateOnly Today,
    IReadOnlyList<HistoryLine> History, SourceNotes Sources, string Topics, bool MayPlan)
{
    /// <summary>The button stands out from so many days before the plan.</summary>
    private const int DaysAhead = 7;

    public WaveRow Wave => Standing.Wave;

    public string Address => $"/waves/{Wave.WaveId}";

    public IEnumerable<WaveChange> Changes => MayPlan ? WaveChange.All.Where(change => change.Fits(Decided, Today)) : [];

    public bool MayAssign => MayPlan && Decided.MayAssign;

    public bool MayGoLive => MayPlan && Decided.MayGoLive;

    /// <summary>Going live is what this wave waits for; months before, it is not.</summary>
    public bool IsDue => Wave.GoLive is { } planned && planned <= Today.AddDays(DaysAhead);

    public bool MayWithdraw => MayPlan && Decided.MayWithdrawGoLive;

    /// <summary>That it was cancelled, with the reason; null where it was not.</summary>
    public HistoryLine? Cancellation => Wave.Cancelled ? History.FirstOrDefault(line => line.Tone == WaveTelling.CancelledTone) : null;
}

/// <summary>The waves of a programme.</summary>
public sealed record WaveList(ProgrammeRow Programme, IReadOnlyList<WaveStanding> Waves, SourceNotes Sources, string Topics, bool MayPlan)
{
    public string Address => $"/programmes/{Programme.ProgrammeId}/waves";
}

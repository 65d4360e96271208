using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Waves.Acts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations.Acts;

/// <summary>Closes, splits and merges locations from a day, and takes back what was planned; each act with all that hangs on it, in one
/// transaction: the others' openings, their codes, their places in the waves.</summary>
public sealed partial class LocationActs(Ledger ledger, ReadTables read, Clock clock)
{
    /// <param name="seen">The version of the location that its user saw.</param>
    /// <exception cref="StaleVersionException">Somebody else changed it meanwhile.</exception>
    public Task<Refusal?> Close(Guid id, DateOnly from, long seen, CancellationToken ct = default) =>
        Deed.Do(ledger, deed => deed.Decide<Location, LocationEvent>(id, location => location.Close(from), ct, seen));

    /// <inheritdoc cref="Close"/>
    public Task<Refusal?> Split(Guid id, IReadOnlyList<OpenLocation> into, DateOnly from, long seen, CancellationToken ct = default) => Deed.Do(ledger, async deed =>
    {
        if (await deed.Decide<Location, LocationEvent>(id, location => location.Split([.. into.Select(one => one.LocationId)], from), ct, seen) is { } refusal) return refusal;
        foreach (var command in into)
            if (await Open(deed, command, ct) is { } cannot) return cannot;
        return await Succeed(deed, [id], [.. into.Select(one => one.LocationId)], ct);
    });

    /// <summary>What was to change on a day does not; all of it.</summary>
    /// <inheritdoc cref="Close"/>
    public Task<Refusal?> Withdraw(Guid id, DateOnly day, long seen, CancellationToken ct = default) =>
        Deed.Do(ledger, deed => deed.Decide<Location, LocationEvent>(id, location => location.Withdraw(day), ct, seen));

    /// <summary>Whom <see cref="Reopen"/> would change beside it: those merged with it, and what stands in their place.</summary>
    public async Task<IReadOnlyList<Guid>> Joined(Guid id, CancellationToken ct = default)
    {
        if (await read.Get<LocationRow>(id, ct) is not { ClosedFrom: { } from, SuccessorIds: [_, ..] into } row) return [];
        var others = row.Ending is LocationEnding.Merged ? (await Merged(into[0], from, id, ct)).Select(other => other.LocationId) : [];
        return [.. others, .. into];
    }

    /// <summary>It goes on: with a split or a merger everybody in it goes back to what they were.</summary>
    /// <inheritdoc cref="Close"/>
    public Task<Refusal?> Reopen(Guid id, long seen, CancellationToken ct = default) => Deed.Do(ledger, async deed =>
    {
        var state = await deed.State<Location, LocationEvent>(id, ct);
        var (ending, from, successors) = (state.History?.Ending, state.History?.ClosedFrom, state.History?.Successors ?? []);
        if (await deed.Decide<Location, LocationEvent>(id, location => location.Reopen(Today(location)), ct, seen) is { } refusal) return refusal;
        if (ending is LocationEnding.Merged)
        {
            foreach (var other in await Merged(successors[0], from!.Value, id, ct))
                if (await deed.Decide<Location, LocationEvent>(other.LocationId, location => location.Reopen(Today(location)), ct) is { } cannot) return cannot;
        }

        foreach (var successor in successors)
            if (await TakeBack(deed, successor, from!.Value, ct) is { } cannot) return cannot;
        return null;
    });

    /// <summary>A planned location does not come; one that stands in others' places comes as long as they end.</summary>
    /// <inheritdoc cref="Close"/>
    public Task<Refusal?> WithdrawOpening(Guid id, long seen, CancellationToken ct = default) => Deed.Do(ledger, async deed =>
    {
        if ((await read.Where<LocationRow>("$1 = any(successor_ids) limit 1", ct, id)) is [var before]) return new Refusal(LocationRefusals.Succeeds, before.Code);
        return await WithdrawOpening(deed, id, ct, seen);
    });

    private Task<List<LocationRow>> Merged(Guid into, DateOnly from, Guid except, CancellationToken ct) =>
        read.Where<LocationRow>("$1 = any(successor_ids) and closed_from = $2 and location_id <> $3", ct, into, from, except);

    private async Task<Refusal?> TakeBack(Deed deed, Guid successor, DateOnly from, CancellationToken ct)
    {
        // One that was there before the others joined it stays, as it was before that day.
        var state = await deed.State<Location, LocationEvent>(successor, ct);
        return state.History?.Start == from
            ? await WithdrawOpening(deed, successor, ct)
            : await deed.Decide<Location, LocationEvent>(successor, location => location.Withdraw(from), ct);
    }

    private async Task<Refusal?> WithdrawOpening(Deed deed, Guid id, CancellationToken ct, long? seen = null)
    {
        var state = await deed.State<Location, LocationEvent>(id, ct);
        if (await deed.Decide<Location, LocationEvent>(id, location => location.WithdrawOpening(Today(location)), ct, seen) is { } refusal) return refusal;
        deed.Release(LocationRegister.Claim(state.Opening!.ProgrammeId, id, state.Code));
        if (await Wave(id, ct) is not { } wave) return null;
        deed.Release(WaveLocations.Claim(wave, id));
        return await deed.Decide<Wave, WaveEvent>(wave, known => known.LetGo(id), ct);
    }

    private static async Task<Refusal?> Open(Deed deed, OpenLocation command, CancellationToken ct)
    {
        deed.Claim(LocationRegister.Reserving(command.ProgrammeId, command.LocationId, command.Code ?? "").Claims);
        return await deed.Decide<Location, LocationEvent>(command.LocationId, location => location.Open(command), ct);
    }

    /// <summary>Places in waves go over: of several waves that which is live first, else that which goes live first.</summary>
    private async Task<Refusal?> Succeed(Deed deed, IReadOnlyCollection<Guid> from, IReadOnlyCollection<Guid> to, CancellationToken ct)
    {
        var places = await read.Query(
            """
            select l.location_id, w.wave_id, w.name
            from location_row l
            join wave_row w on w.wave_id = l.wave_id and not w.cancelled
            where l.location_id = any($1)
            order by l.live_on nulls last, w.go_live nulls last, w.number
            limit 1
            """,
            row => (Location: row.GetGuid(0), Wave: row.GetGuid(1), Name: row.GetString(2)), ct, from.ToArray());
        if (places is not [var place]) return null;

        foreach (var successor in to)
        {
            if (await deed.Decide<Wave, WaveEvent>(place.Wave, wave => wave.Succeed(successor, place.Location), ct) is { } refusal) return refusal;
            if (!(await deed.State<Wave, WaveEvent>(place.Wave, ct)).Locations.ContainsKey(successor)) continue;
            var code = (await deed.State<Location, LocationEvent>(successor, ct)).Code;
            deed.Claim([new Reserve(WaveLocations.Claim(place.Wave, successor), new Refusal(WaveRefusals.LocationTaken, code, place.Name))]);
        }

        return null;
    }

    private async Task<Guid?> Wave(Guid locationId, CancellationToken ct) => (await read.Get<LocationRow>(locationId, ct))?.WaveId;

    private DateOnly Today(Location location) => location.History?.Today(clock.Today) ?? clock.Today(Zones.Default);
}

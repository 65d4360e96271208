using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;
using EventLog = RolloutPortal.EventStore.Store;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>Takes a file of locations back: those it brought never were, the others are as before. Areas and providers stay: others may use
/// them by now, and an empty one does no harm.</summary>
internal sealed class LocationReversal(ReadTables read, EventLog store, Ledger ledger, Clock clock)
{
    public async Task<IReadOnlyList<Obstacle>> Standing(Guid importId, CancellationToken ct)
    {
        var traces = await ImportTrace.Read(read, importId, ct);
        var (moved, brought) = (traces.Where(trace => trace.HasMovedOn).Select(trace => trace.StreamId).ToArray(), traces.Where(trace => trace.IsNew).Select(trace => trace.StreamId).ToArray());
        List<Obstacle> found =
        [
            .. await Count("standing.changed", "", moved, ct),
            .. await Count("standing.tickets", "join ticket_row t using (location_id)", brought, ct),
            .. await Count("standing.waves", "join location_waves_row w using (location_id)", brought, ct),
            .. await Count("standing.people", "join employee_period p on p.location_id = l.location_id and p.recorded_to is null", brought, ct),
            .. await Count("standing.rights", "join grant_row g on g.scope_id = l.location_id", brought, ct),
        ];
        return found;
    }

    public async Task<IReadOnlyList<Append>> Reverse(Guid importId, CancellationToken ct)
    {
        var traces = await ImportTrace.Read(read, importId, ct);
        var streams = await store.ReadAll([.. traces.Select(trace => trace.StreamId)], StoredName.Of(typeof(Location)), ct);
        var appends = new List<Append>();
        foreach (var trace in traces)
        {
            var events = streams.GetValueOrDefault(trace.StreamId) ?? [];
            var (before, now) = (Fold(events.Where(e => e.Version <= trace.Before)), Fold(events));
            var decision = now.TakeBack(before);
            if (decision.Events.Count == 0) continue;
            var releases = trace.IsNew ? new Together { Releases = [LocationRegister.Claim(now.Opening!.ProgrammeId, trace.StreamId, now.Code)] } : null;
            // At the version that the import left: whoever changes it meanwhile stands on it.
            appends.Add(ledger.Append(new Known<Location>(trace.StreamId, trace.After, now), decision.Events, releases));
        }

        if (appends.Count > 0) appends[0] = appends[0] with { SideWrites = [.. appends[0].SideWrites, NothingStandsOn([.. traces.Where(trace => trace.IsNew).Select(trace => trace.StreamId)])] };
        return appends;
    }

    /// <summary>As <see cref="Standing"/> has found it, once more: tickets, waves, people and rights are other streams than the locations'.</summary>
    private static SideWrite NothingStandsOn(Guid[] brought) => SideWrite.Demand(
        """
        not exists (
            select 1 from ticket_row where location_id = any($1)
            union all
            select 1 from location_waves_row where location_id = any($1)
            union all
            select 1 from employee_period where location_id = any($1) and recorded_to is null
            union all
            select 1 from grant_row where scope_id = any($1))
        """,
        brought);

    private static Location Fold(IEnumerable<StoredEvent> events) =>
        events.Aggregate(Location.Initial, (state, stored) => stored.Data is LocationEvent e ? state.Apply(e) : state);

    /// <summary>One of the locations by its name of today, and how many there are.</summary>
    private async Task<IEnumerable<Obstacle>> Count(string key, string joined, Guid[] locations, CancellationToken ct)
    {
        if (locations.Length == 0) return [];
        var found = await read.Query(
            $"select coalesce(min(l.name), ''), count(distinct l.location_id) from location_period_row l {joined} where l.location_id = any($1) and l.shown_from <= $2 and l.shown_to > $2",
            row => new Obstacle(key, row.GetString(0), row.GetInt64(1)), ct, locations, clock.Now);
        return found.Where(one => one.Count > 0);
    }
}

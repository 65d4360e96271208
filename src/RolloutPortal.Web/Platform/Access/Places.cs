using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>Where everything is today: which area and programme a location belongs to, which locations a wave holds.</summary>
/// <remarks>Held in memory and read again when the log has gone on since, or a planned day has come; small (hundreds of rows), asked on every request.</remarks>
public sealed class Places(EventStore.Store store, Clock clock) : IDisposable
{
    /// <summary>What can change the map.</summary>
    private static readonly string[] Moving =
        [.. EventCatalog.Records.Where(type => type.BaseType!.Name is nameof(ProgrammeEvent) or nameof(LocationEvent) or nameof(WaveEvent)).Select(StoredName.Of)];

    private readonly SemaphoreSlim loading = new(1);
    private volatile PlaceMap map = PlaceMap.Empty;
    private long forgotten = 1;
    private long readAfter;
    private long unmoved;

    /// <summary>A location, area, wave or programme, and the locations under it.</summary>
    /// <returns>Null when there is no such place.</returns>
    public async Task<PlaceAndParts?> Under(Guid id, CancellationToken ct = default) =>
        (await Map(ct)).Find(id) ?? (await Newer(ct)).Find(id);

    /// <summary>The same, where it is known what it must be.</summary>
    /// <inheritdoc cref="Under(Guid, CancellationToken)"/>
    public async Task<PlaceAndParts?> Under(PlaceKind kind, Guid id, CancellationToken ct = default) =>
        (await Map(ct)).Find(kind, id) ?? (await Newer(ct)).Find(kind, id);

    /// <summary>Where a ticket happened.</summary>
    public async Task<PlaceAndParts?> OfTicket(Guid ticketId, CancellationToken ct = default)
    {
        var location = await store.Source.Scalar<Guid?>("select location_id from ticket_row where ticket_id = $1", ct, ticketId);
        return location is { } id ? await Under(PlaceKind.Location, id, ct) : null;
    }

    /// <summary>Where an employee works, has worked or will, as it is known now; as a whole they are the portal's.</summary>
    /// <returns>Null when there is nobody of that id.</returns>
    public async Task<PlaceAndParts?> OfEmployee(Guid employeeId, CancellationToken ct = default)
    {
        var rows = await store.Source.Rows(
            """
            select p.location_id from employee e
            left join employee_period p on p.employee_id = e.id and p.recorded_to is null
            where e.id = $1
            """,
            row => row.Value<Guid>(0), ct, employeeId);
        if (rows.Count == 0) return null;
        var parts = new List<Place>();
        foreach (var location in rows.OfType<Guid>().Distinct())
            if (await Under(PlaceKind.Location, location, ct) is { } found) parts.Add(found.Whole);
        return new PlaceAndParts(Place.Portal, parts);
    }

    /// <summary>Where several tickets happened; those that there are not are not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, PlaceAndParts>> OfTickets(Guid[] ticketIds, CancellationToken ct = default)
    {
        if (ticketIds.Length == 0) return new Dictionary<Guid, PlaceAndParts>();
        var rows = await store.Source.Rows(
            "select ticket_id, location_id from ticket_row where ticket_id = any($1)",
            row => (Ticket: row.GetGuid(0), Location: row.GetGuid(1)), ct, ticketIds);
        var found = new Dictionary<Guid, PlaceAndParts>();
        foreach (var (ticket, location) in rows)
            if (await Under(PlaceKind.Location, location, ct) is { } place) found[ticket] = place;
        return found;
    }

    /// <summary>The map of today, for whoever needs all of it.</summary>
    /// <remarks>Whoever asks while it is read again waits: the old one may lack what they have just been told of.</remarks>
    public async Task<PlaceMap> Map(CancellationToken ct = default) => IsStale ? await Reload(ct) : map;

    /// <summary>Told by the log's tail when a location, a wave or a programme has changed.</summary>
    public void Forget() => Interlocked.Increment(ref forgotten);

    /// <summary>The locations where somebody has a permission; null: all there are.</summary>
    public async Task<IReadOnlySet<Guid>?> Where(Rights rights, Permission permission, CancellationToken ct = default)
    {
        if (rights.May(permission, Place.Portal)) return null;
        var today = await Map(ct);
        return today.Locations.Values.Where(place => rights.May(permission, place)).Select(place => place.LocationId!.Value).ToHashSet();
    }

    public void Dispose() => loading.Dispose();

    /// <remarks>Also when a day has begun on which something was planned, and when the demo's clock was set back.</remarks>
    private bool IsStale => Interlocked.Read(ref readAfter) != Interlocked.Read(ref forgotten) || clock.Now is var now && (now < map.Holds.From || now >= map.Holds.To);

    /// <summary>For an id that is not on the map: it may be quite new. Most are no place at all, and tickets alone are no reason to read
    /// everything again.</summary>
    private async Task<PlaceMap> Newer(CancellationToken ct)
    {
        var known = map;
        var after = Math.Max(known.Position, Interlocked.Read(ref unmoved));
        var (head, hasMoved) = (await store.Source.Rows(
            "select coalesce(max(seq_id), $1), coalesce(bool_or(type = any($2)), false) from mt_events where seq_id > $1",
            reader => (reader.GetInt64(0), reader.GetBoolean(1)), ct, after, Moving))[0];
        if (hasMoved)
        {
            Forget();
            return await Reload(ct);
        }

        Interlocked.Exchange(ref unmoved, head);
        return known;
    }

    /// <remarks>Whoever asked first may leave; the others wait for the map, so that it is read whether or not anybody still asks.</remarks>
    private async Task<PlaceMap> Reload(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            var before = Interlocked.Read(ref forgotten);
            if (!IsStale) return map;
            var head = await store.Head(CancellationToken.None);
            map = await PlaceMap.Load(store.Source, head, clock.Now, CancellationToken.None);
            Interlocked.Exchange(ref unmoved, head);
            Interlocked.Exchange(ref readAfter, before);
            return map;
        }
        finally
        {
            loading.Release();
        }
    }
}

/// <summary>A place as rights see it, and every location in it.</summary>
public sealed record PlaceAndParts(Place Whole, IReadOnlyList<Place> Parts)
{
    /// <summary>Of a person's places: one is enough to look and to change what is there; erasing them needs all.</summary>
    public bool IsPersonIn(Rights rights, Permission permission) => rights.May(permission, Whole)
        || (permission is Permission.Administer ? Parts.Count > 0 && Parts.All(place => rights.May(permission, place)) : Parts.Any(place => rights.May(permission, place)));
}

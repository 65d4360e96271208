using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>Where everything is today: which area and programme a location belongs to, which locations a wave holds.</summary>
/// <remarks>Held in memory and read again when the log has gone on since; small (hundreds of rows), asked on every request.</remarks>
public sealed class Places(EventStore.Store store) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1);
    private volatile PlaceMap map = PlaceMap.Empty;
    private volatile bool isStale = true;

    /// <summary>A location, area, wave, provider or programme, and the locations under it.</summary>
    /// <returns>Null when there is no such place.</returns>
    public async Task<PlaceAndParts?> Under(Guid id, CancellationToken ct = default) =>
        (await Map(ct)).Find(id) ?? (await Reload(ct)).Find(id);

    /// <summary>Where a ticket happened.</summary>
    public async Task<PlaceAndParts?> OfTicket(Guid ticketId, CancellationToken ct = default)
    {
        var location = await store.Source.Scalar<Guid?>("select location_id from ticket_row where ticket_id = $1", ct, ticketId);
        return location is { } id ? await Under(id, ct) : null;
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
            if (await Under(location, ct) is { } place) found[ticket] = place;
        return found;
    }

    /// <summary>The map of today, for whoever needs all of it.</summary>
    public async Task<PlaceMap> Map(CancellationToken ct = default) => isStale ? await Reload(ct) : map;

    /// <summary>Told by the log's tail when a location, a wave or a programme has changed.</summary>
    public void Forget() => isStale = true;

    /// <summary>The locations where somebody has a permission; null: all there are.</summary>
    public async Task<IReadOnlySet<Guid>?> Where(Rights rights, Permission permission, CancellationToken ct = default)
    {
        if (rights.May(permission, Place.Portal)) return null;
        var today = await Map(ct);
        return today.Locations.Values.Where(place => rights.May(permission, place)).Select(place => place.LocationId!.Value).ToHashSet();
    }

    public void Dispose() => loading.Dispose();

    private async Task<PlaceMap> Reload(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            var head = await store.Head(ct);
            if (!isStale && head == map.Position) return map;
            isStale = false;
            return map = await PlaceMap.Load(store.Source, head, ct);
        }
        finally
        {
            loading.Release();
        }
    }
}

/// <summary>A place as rights see it, and every location in it.</summary>
public sealed record PlaceAndParts(Place Whole, IReadOnlyList<Place> Parts);

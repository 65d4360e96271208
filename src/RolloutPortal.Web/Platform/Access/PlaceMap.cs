using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>What a place is, where an address says so.</summary>
public enum PlaceKind { Programme, Area, Wave, Location, Provider }

/// <summary>All places at one position of the log.</summary>
public sealed class PlaceMap
{
    private readonly Dictionary<(PlaceKind Kind, Guid Id), PlaceAndParts> found = [];

    public static PlaceMap Empty { get; } = new();

    public long Position { get; private init; }

    public Dictionary<Guid, Place> Locations { get; private init; } = [];

    /// <summary>The wave of each location that has one.</summary>
    public Dictionary<Guid, Guid> Waves { get; private init; } = [];

    public PlaceAndParts? Find(PlaceKind kind, Guid id) => found.GetValueOrDefault((kind, id));

    /// <returns>Null too when two kinds of place had the same id: nobody can say then which is meant.</returns>
    public PlaceAndParts? Find(Guid id) =>
        Enum.GetValues<PlaceKind>().Select(kind => Find(kind, id)).OfType<PlaceAndParts>().ToList() is [var only] ? only : null;

    /// <summary>Locations that are not there yet, or not any more. They stay on the map: their tickets have rights to ask for.</summary>
    public HashSet<Guid> Absent { get; private init; } = [];

    /// <summary>The instants between which no location, area or provider changes, opens or closes because a day begins.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Holds { get; private init; }

    /// <summary>Every time zone in which a day may begin here.</summary>
    public IReadOnlyList<string> Zones { get; private init; } = [];

    public bool IsThere(Guid locationId) => !Absent.Contains(locationId);

    /// <param name="now">Portal time: rights follow each location's area and provider on its own day (decisions.md 12).</param>
    public static async Task<PlaceMap> Load(NpgsqlDataSource source, long position, DateTimeOffset now, CancellationToken ct)
    {
        var locations = await source.Rows(
            """
            select l.location_id, l.area_id, l.programme_id, l.provider_id, w.wave_id, l.opens_at <= $1 and (l.closes_at is null or l.closes_at > $1)
            from location_period_row l
            left join wave_row w on w.wave_id = l.wave_id and not w.cancelled
            where l.shown_from <= $1 and l.shown_to > $1
            """,
            reader => (Place: new Place(reader.GetGuid(2), reader.GetGuid(1), reader.GetGuid(0), reader.Value<Guid>(3)),
                Wave: reader.Value<Guid>(4), IsThere: reader.GetBoolean(5)), ct, now);
        var map = new PlaceMap
        {
            Position = position,
            Holds = await Between(source, now, ct),
            Zones = await source.Rows("select time_zone from programme_row union select unnest(zones) from location_row", reader => reader.GetString(0), ct),
            Locations = locations.ToDictionary(row => row.Place.LocationId!.Value, row => row.Place),
            Absent = [.. locations.Where(row => !row.IsThere).Select(row => row.Place.LocationId!.Value)],
            Waves = locations.Where(row => row.Wave is not null).ToDictionary(row => row.Place.LocationId!.Value, row => row.Wave!.Value),
        };
        foreach (var (place, _, _) in locations)
            map.found[(PlaceKind.Location, place.LocationId!.Value)] = new PlaceAndParts(place, [place]);
        await map.AddAll(PlaceKind.Programme, source, "select programme_id, programme_id, null::uuid from programme_row", (id, _) => place => place.ProgrammeId == id, ct);
        await map.AddAll(PlaceKind.Area, source, "select area_id, programme_id, area_id from area_row", (id, _) => place => place.AreaId == id, ct);
        await map.AddAll(PlaceKind.Wave, source, "select wave_id, programme_id, null::uuid from wave_row", (id, today) => place => today.Waves.GetValueOrDefault(place.LocationId!.Value) == id, ct);
        await map.AddAll(PlaceKind.Provider, source, "select provider_id, programme_id, null::uuid, provider_id from provider_row", (id, _) => place => place.ProviderId == id, ct);
        return map;
    }

    private static async Task<(DateTimeOffset From, DateTimeOffset To)> Between(NpgsqlDataSource source, DateTimeOffset now, CancellationToken ct) => (await source.Rows(
        """
        select max(t) filter (where t <= $1), min(t) filter (where t > $1)
        from location_period_row l
        cross join lateral (values (l.shown_from), (l.shown_to), (l.opens_at), (l.closes_at)) v(t)
        where isfinite(t)
        """,
        reader => (reader.Value<DateTimeOffset>(0) ?? DateTimeOffset.MinValue, reader.Value<DateTimeOffset>(1) ?? DateTimeOffset.MaxValue),
        ct, now))[0];

    private async Task AddAll(
        PlaceKind kind, NpgsqlDataSource source, string sql, Func<Guid, PlaceMap, Func<Place, bool>> contains, CancellationToken ct)
    {
        var wholes = await source.Rows(
            sql, reader => (Id: reader.GetGuid(0), Whole: new Place(reader.GetGuid(1), reader.Value<Guid>(2), null, reader.FieldCount < 4 ? null : reader.GetGuid(3))), ct);
        foreach (var (id, whole) in wholes)
            found[(kind, id)] = new PlaceAndParts(whole, [.. Locations.Values.Where(contains(id, this))]);
    }
}

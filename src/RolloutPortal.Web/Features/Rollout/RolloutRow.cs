using Npgsql;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>A location as it is on one day, with its area, its provider and the wave that has it; a row of the view <c>rollout_row</c>, which
/// has one for each period.</summary>
/// <param name="WaveId">Never a cancelled wave's.</param>
/// <param name="GoLive">Its own planned day: the wave's, or so many days from it.</param>
/// <param name="LiveOn">The day it went live.</param>
/// <param name="Since">The first local day on which it is there.</param>
/// <param name="ClosedFrom">The first on which it is not there any more.</param>
/// <param name="SuccessorIds">What stands in its place from then on; null or empty: nothing.</param>
public sealed record RolloutRow(
    Guid LocationId, Guid ProgrammeId, Guid AreaId, string Area, string Code, string Name, int Users, Side Side, string TimeZone,
    Guid? ProviderId, string? Provider, Guid? WaveId, string? Wave, int? WaveNumber, DateOnly? GoLive, int HypercareWeeks,
    DateOnly? HypercareClosedOn, DateOnly? WaveClosedOn, DateOnly? LiveOn, DateOnly Since, DateOnly? ClosedFrom = null, Guid[]? SuccessorIds = null)
{
    public const string Select =
        """
        select location_id, programme_id, area_id, area, code, name, users, side, time_zone, provider_id, provider,
            wave_id, wave, wave_number, go_live, hypercare_weeks, hypercare_closed_on, closed_on, live_on, since, closed_from, successor_ids
        from rollout_row
        """;

    /// <summary>What holds at the instant $1.</summary>
    public const string Now = $"{Select} where shown_from <= $1 and shown_to > $1";

    /// <summary>What holds on the day $1, wherever the location is.</summary>
    public const string OnDay = $"{Select} where said_from <= $1 and said_to > $1";

    /// <summary>Of <see cref="Now"/>, those that are there then.</summary>
    public const string There = "opens_at <= $1 and (closes_at is null or closes_at > $1)";

    public bool IsThere(DateOnly day) => Since <= day && !(ClosedFrom <= day);

    public HypercarePeriod Hypercare =>
        LiveOn is { } day ? HypercarePeriod.Of(day, HypercareWeeks, HypercareClosedOn) : HypercarePeriod.None;

    /// <summary>On a day to come whoever is to go live until then is live: nobody is late in the future.</summary>
    public RolloutRow AsPlanned(DateOnly day, DateOnly today) =>
        LiveOn is null && WaveClosedOn is null && GoLive >= today && GoLive <= day ? this with { LiveOn = GoLive } : this;

    public LocationPhase Phase(DateOnly localDay) => new LocationFacts(GoLive, Hypercare, WaveClosedOn).Phase(localDay);

    public static RolloutRow Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
        reader.GetInt32(6), Enum.Parse<Side>(reader.GetString(7)), reader.GetString(8), reader.Value<Guid>(9),
        reader.Text(10), reader.Value<Guid>(11), reader.Text(12), reader.Value<int>(13), reader.Value<DateOnly>(14),
        reader.Value<int>(15) ?? 0, reader.Value<DateOnly>(16), reader.Value<DateOnly>(17), reader.Value<DateOnly>(18),
        reader.GetFieldValue<DateOnly>(19), reader.Value<DateOnly>(20),
        reader.GetFieldValue<Guid[]>(21));
}

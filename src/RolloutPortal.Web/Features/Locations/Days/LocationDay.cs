using Npgsql;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Locations.Days;

/// <summary>A location as it is on one day: a row of the view <c>location_period_row</c>.</summary>
/// <param name="WaveId">May be a cancelled wave's.</param>
/// <param name="LiveOn">A local day; null until it went live.</param>
/// <param name="Since">The first local day on which it is there.</param>
/// <param name="ClosedFrom">The first on which it is not there any more.</param>
/// <param name="SuccessorIds">What it was split into, or merged into.</param>
/// <param name="Area">As it is called that day.</param>
public sealed record LocationDay(
    Guid LocationId, Guid ProgrammeId, Guid AreaId, string Code, string Name, int Users, Side Side, string OpeningHours, string TimeZone,
    Guid? ProviderId, Guid? WaveId, DateOnly? LiveOn, DateOnly Since, DateOnly? ClosedFrom, LocationEnding? Ending, Guid[] SuccessorIds, string Area)
{
    private const string Columns =
        "location_id, programme_id, area_id, code, name, users, side, opening_hours, time_zone, provider_id, wave_id, live_on, since, closed_from, ending, successor_ids, area";

    /// <summary>The rows that hold at the instant $1.</summary>
    internal const string Now = $"select {Columns} from location_period_row where shown_from <= $1 and shown_to > $1";

    /// <summary>Never a location that was planned and does not come.</summary>
    public bool IsThere(DateOnly day) => Since <= day && !(ClosedFrom <= day);

    internal static LocationDay Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetInt32(5), Enum.Parse<Side>(row.GetString(6)),
        row.GetString(7), row.GetString(8), row.Value<Guid>(9), row.Value<Guid>(10), row.Value<DateOnly>(11), row.GetFieldValue<DateOnly>(12),
        row.Value<DateOnly>(13), row.IsDBNull(14) ? null : Enum.Parse<LocationEnding>(row.GetString(14)), row.GetFieldValue<Guid[]>(15), row.GetString(16));
}

using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Locations.Days;

/// <summary>Reads a location by days: what it was, what it will be, and who stands before and after it. Scoped.</summary>
public sealed class LocationTimes(Ledger ledger, ReadTables read, LocationDays days, Parts parts)
{
    public async Task<Told> Of(LocationDay location, DateOnly today, CancellationToken ct = default)
    {
        var history = (await ledger.Load<Location, LocationEvent>(location.LocationId, ct)).State.History!;
        var before = await read.Query("select location_id from location_row where $1 = any(successor_ids)", row => row.GetGuid(0), ct, location.LocationId);
        var names = await days.Names([.. location.SuccessorIds, .. before], ct);
        var periods = history.Periods();
        var open = location.ClosedFrom is null ? [] : await read.Where<TicketRow>("location_id = $1 and status in ('Open', 'Taken') order by severity, logged_at limit 20", ct, location.LocationId);
        return new(history, periods, today, before, open, names, await parts.Book(location.ProgrammeId, ct));
    }

    /// <summary>A location by days.</summary>
    /// <param name="Before">The locations in whose place it stands.</param>
    /// <param name="Open">Tickets that are still open where it is closed, or closes.</param>
    /// <param name="Names">Of the other locations, by id.</param>
    /// <param name="Book">Areas and providers.</param>
    public sealed record Told(
        LocationHistory History, IReadOnlyList<LocationPeriod> Periods, DateOnly Today, IReadOnlyList<Guid> Before, IReadOnlyList<TicketRow> Open,
        IReadOnlyDictionary<Guid, string> Names, PartBook Book)
    {
        /// <summary>Days to come on which it changes.</summary>
        public IReadOnlyList<DateOnly> Planned => [.. History.Changes.Where(day => day > Today)];

        public bool IsClosed => History.ClosedFrom <= Today;

        public bool IsToCome => History.Start > Today && !History.IsWithdrawn;

        public bool HasPlans => !History.IsWithdrawn && (Planned.Count > 0 || IsToCome || History.ClosedFrom > Today);

        /// <summary>The day whose names stand beside a period: today where it holds, else its first or last.</summary>
        public DateOnly Shown(LocationPeriod period) => period.From > Today ? period.From : period.To <= Today ? period.To.Value.AddDays(-1) : Today;

        /// <summary>Of an area or a provider, as it is called on a day.</summary>
        public string NameOf(Guid? id, DateOnly day) => Book.NameOf(id, day);

        public string NameOf(Guid? id) => id is { } named ? Names.GetValueOrDefault(named, "") : "";

        /// <summary>Its value on a day, where that is a name, a number or the like.</summary>
        public LocationDescription On(DateOnly day) => History.On(day);
    }
}

using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>Reads what the form for a new ticket shows. Scoped.</summary>
public sealed class LogTicketReader(ReadTables read, LocationDays days, Viewer viewer, Clock clock)
{
    private const int Long = 12;
    private const int MostRecent = 4;

    /// <param name="form">Null: an empty one, with the module that this person's last ticket was about.</param>
    public async Task<LogTicketPage> Page(CareLocation at, TicketForm? form, string? conflict = null, CancellationToken ct = default)
    {
        var who = await viewer.SignedIn(ct);
        var modules = (await read.Where<ModuleRow>("programme_id = $1", ct, at.Row.ProgrammeId)).ByName(row => row.Name);
        var places = await viewer.Locations(Permission.LogTickets, ct);
        var last = await LastModule(who.Id, at.Row.ProgrammeId, ct);
        return new LogTicketPage(
            form ?? TicketForm.New(last), at, modules, HasOtherPlaces: places is not { Count: 1 },
            await viewer.May(Permission.CorrectTickets, at.Id, ct), $"{who.Id}/{at.Id}", last, conflict)
        {
            ClosedFrom = at.Row.ClosedFrom <= clock.Today(at.Row.TimeZone) ? at.Row.ClosedFrom : null,
            Successors = at.Row.ClosedFrom is null ? new Dictionary<Guid, string>() : await days.Names(at.Row.SuccessorIds.Where(id => places?.Contains(id) != false), ct),
        };
    }

    /// <summary>Whether another ticket is called what this one would be: the number comes with the form's id, and a form can say anything.</summary>
    public async Task<bool> IsAnothersNumber(Guid ticketId, CancellationToken ct = default) =>
        (await read.Where<TicketRow>("number = $1 and ticket_id <> $2 limit 1", ct, TicketNumber.Of(ticketId), ticketId)).Count > 0;

    /// <summary>The places where this person may log, or those of them that a search finds.</summary>
    public async Task<ChooseLocationPage> Choose(string? search, CancellationToken ct = default)
    {
        var who = await viewer.SignedIn(ct);
        var all = await Choices(await viewer.Locations(Permission.LogTickets, ct), ct);
        var found = string.IsNullOrWhiteSpace(search) ? all : [.. all.Where(place => Matches(place, search.Trim()))];
        var recent = string.IsNullOrWhiteSpace(search) && all.Count > Long ? await Recent(who.Id, ct) : [];
        return new ChooseLocationPage(
            [.. recent.Select(id => all.FirstOrDefault(place => place.LocationId == id)).OfType<PlaceChoice>().Take(MostRecent)],
            found, search, all.Count > Long);
    }

    /// <summary>By area, then by name; what is closed does not offer itself.</summary>
    private async Task<List<PlaceChoice>> Choices(IReadOnlySet<Guid>? ids, CancellationToken ct) => (await read.Query(
        """
        select l.location_id, l.name, l.code, l.area
        from location_period_row l
        where ($1::uuid[] is null or l.location_id = any($1)) and l.shown_from <= $2 and l.shown_to > $2
            and l.opens_at <= $2 and (l.closes_at is null or l.closes_at > $2)
        order by l.code
        """,
        reader => new PlaceChoice(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)), ct,
        (object?)ids?.ToArray() ?? DBNull.Value, clock.Now)).ByName(place => place.Name).ByName(place => place.AreaName);

    private async Task<Guid?> LastModule(Guid reporterId, Guid programmeId, CancellationToken ct)
    {
        var found = await read.Query(
            """
            select t.module_id
            from (select module_id from ticket_row where reporter_id = $1 order by logged_at desc limit 1) t
            join module_row m on m.module_id = t.module_id and m.programme_id = $2
            """,
            reader => reader.GetGuid(0), ct, reporterId, programmeId);
        return found is [var module] ? module : null;
    }

    private Task<List<Guid>> Recent(Guid reporterId, CancellationToken ct) => read.Query(
        $"""
        select location_id
        from (select location_id, logged_at from ticket_row where reporter_id = $1 order by logged_at desc limit 50) t
        group by location_id
        order by max(logged_at) desc
        limit {MostRecent}
        """,
        reader => reader.GetGuid(0), ct, reporterId);

    private static bool Matches(PlaceChoice place, string search) =>
        place.Name.Contains(search, StringComparison.CurrentCultureIgnoreCase)
        || place.Code.Contains(search, StringComparison.CurrentCultureIgnoreCase)
        || place.AreaName.Contains(search, StringComparison.CurrentCultureIgnoreCase);
}

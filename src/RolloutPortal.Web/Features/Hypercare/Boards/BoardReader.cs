using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>Reads hypercare boards as their viewer may see them. Scoped.</summary>
public sealed class BoardReader(
    ReadTables read, CareLocations locations, BoardCounts counts, TicketLines lines, Parts areas, Places places, Viewer viewer, Topics topics, Clock clock)
{
    private const int MostUrgent = 12;

    public async Task<string> TopicsOf(Guid placeId, CancellationToken ct = default) =>
        await topics.For("hypercare", placeId, await viewer.Locations(Permission.SeeTickets, ct), ct);

    public async Task<HypercareBoard> Board(BoardKind kind, Guid id, string? by, string address, bool isWall, CancellationToken ct = default)
    {
        var place = await Place(kind, id, ct);
        var now = clock.Now;
        var weekFrom = clock.Today(place.Programme.TimeZone).AddDays(-6);
        Guid[] ids = [.. place.Parts.Select(part => part.Id)];
        var found = await counts.Of(ids, now, Zones.StartOf(weekFrom, place.Programme.TimeZone), ct);
        var figures = place.Parts.ToDictionary(part => part.Id, part => Figures(part, found.GetValueOrDefault(part.Id) ?? TicketCounts.None, weekFrom, now));
        var grouping = Grouping(kind, by);
        var groups = kind is BoardKind.Location ? [] : Groups(place, grouping);
        var open = new TicketConditions(place.Filter with { Status = TicketFilter.Open }, ids, Guid.Empty, now, place.Programme.TimeZone);
        return new HypercareBoard(
            place, Sum(figures.Values).Counts, Sum(figures.Values).Pace, [.. BoardRow.ByNeed(groups.Select(group => Row(group, figures)))], grouping,
            CurveWeek.Of(place.Parts, await counts.ByWeek(place.Parts, now, ct), now),
            await lines.Page(open, "t.severity, t.logged_at desc, t.ticket_id", 0, MostUrgent, await viewer.Locations(Permission.SeeNames, ct), ct),
            now, weekFrom, await TopicsOf(id, ct), address, isWall);
    }

    private async Task<BoardPlace> Place(BoardKind kind, Guid id, CancellationToken ct)
    {
        var under = (await places.Under(Enum.Parse<PlaceKind>(kind.ToString()), id, ct))!;
        var today = await places.Map(ct);
        var programme = (await read.Get<ProgrammeRow>(under.Whole.ProgrammeId!.Value, ct))!;
        var may = await viewer.Locations(Permission.SeeTickets, ct);
        // A board of one location shows it after its last day too: that is where its open tickets are.
        Guid[] all = [.. under.Parts.Select(part => part.LocationId!.Value).Where(one => kind is BoardKind.Location || today.IsThere(one))];
        Guid[] seen = [.. all.Where(one => may?.Contains(one) != false)];
        var parts = await locations.Of(seen, ct);
        var name = kind switch
        {
            BoardKind.Area => (await areas.Find(PartKind.Area, id, ct))?.Days.On(clock.Today(programme.TimeZone)),
            BoardKind.Wave => (await read.Get<WaveRow>(id, ct))?.Name,
            BoardKind.Location => parts is [var only, ..] ? only.Row.Name : null,
            _ => null,
        };
        return new BoardPlace(kind, id, name ?? programme.Name, programme, parts, all.Length - seen.Length);
    }

    private static string Grouping(BoardKind kind, string? by) => kind is BoardKind.Programme && by is "wave" or "location" ? by : kind is BoardKind.Programme ? "area" : "location";

    /// <summary>The place cut into parts; each holds the locations that the viewer sees.</summary>
    private static IReadOnlyList<BoardPlace> Groups(BoardPlace place, string by)
    {
        var programme = place.Programme;
        if (by == "location") return [.. place.Parts.Select(part => new BoardPlace(BoardKind.Location, part.Id, part.Row.Name, programme, [part], Hidden: 0))];
        if (by == "wave")
        {
            return [.. place.Parts.Where(part => part.Wave is { Cancelled: false }).GroupBy(part => part.Wave!).Select(
                group => new BoardPlace(BoardKind.Wave, group.Key.WaveId, group.Key.Name, programme, [.. group], Hidden: 0))];
        }

        return [.. place.Parts.GroupBy(part => part.Row.AreaId).Select(
            group => new BoardPlace(BoardKind.Area, group.Key, group.First().Row.Area, programme, [.. group], Hidden: 0))];
    }

    private static (TicketCounts Counts, Pace Pace) Figures(CareLocation location, TicketCounts counts, DateOnly weekFrom, DateTimeOffset now) =>
        (counts, Pace.Since(weekFrom, location, counts.Week, now));

    private static (TicketCounts Counts, Pace Pace) Sum(IEnumerable<(TicketCounts Counts, Pace Pace)> figures) =>
        figures.Aggregate((Counts: TicketCounts.None, Pace: Pace.None), (sum, one) => (sum.Counts + one.Counts, sum.Pace + one.Pace));

    private static BoardRow Row(BoardPlace place, Dictionary<Guid, (TicketCounts Counts, Pace Pace)> figures)
    {
        var (sum, pace) = Sum(place.Parts.Select(part => figures[part.Id]));
        return new BoardRow(place, sum, pace, place.Parts.Sum(part => part.Row.Users), place.Parts.Count(part => part.Row.LiveOn is not null));
    }
}

using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>What a board is about.</summary>
public enum BoardKind { Programme, Area, Wave, Location }

/// <summary>A place whose hypercare is looked at.</summary>
/// <param name="Parts">Locations in it, as far as the viewer sees them.</param>
/// <param name="Hidden">Locations in it that the viewer does not see.</param>
public sealed record BoardPlace(BoardKind Kind, Guid Id, string Name, ProgrammeRow Programme, IReadOnlyList<CareLocation> Parts, int Hidden)
{
    public string Address => $"/{Kind.ToString().ToLowerInvariant()}s/{Id}/hypercare";

    /// <summary>All tickets here that count.</summary>
    public TicketFilter Filter => TicketFilter.None with
    {
        Kind = TicketFilter.Counted,
        Area = Kind is BoardKind.Area ? Id : null,
        Wave = Kind is BoardKind.Wave ? Id : null,
        Location = Kind is BoardKind.Location ? Id : null,
    };
}

/// <summary>A part of the place: an area, a wave or a location, with its figures.</summary>
public sealed record BoardRow(BoardPlace Place, TicketCounts Counts, Pace Pace, int Users, int Live)
{
    /// <summary>Not in operation yet, and nobody has logged anything.</summary>
    public bool IsIdle => Live == 0 && Counts is { Open: 0, New: 0, Resolved: 0, Week: 0 };

    /// <summary>What needs help first: open S1, S2, those that nobody has, then most over what was expected, then the longest waiting.</summary>
    public static IEnumerable<BoardRow> ByNeed(IEnumerable<BoardRow> rows) => rows
        .OrderByDescending(row => row.Counts.S1)
        .ThenByDescending(row => row.Counts.S2)
        .ThenByDescending(row => row.Counts.Untaken)
        .ThenByDescending(row => row.Pace.Ratio ?? -1)
        .ThenBy(row => row.Counts.Oldest ?? DateTimeOffset.MaxValue)
        .ThenBy(row => row.Place.Name, StringComparer.CurrentCulture);

    /// <summary>Those that a rate is counted from, where they are not all: it can then be worked out again.</summary>
    public string UsersIn(IStringLocalizer<HypercareTexts> text) =>
        Pace.Users > 0 && Pace.Users < Users ? text["board.live.users", Pace.Users, Users] : text.Users(Users);
}

/// <summary>A hypercare board: the figures of a place, of its parts, and the tickets that matter most.</summary>
/// <param name="By">What the parts are, where there is a choice: <c>area</c>, <c>wave</c> or <c>location</c>.</param>
/// <param name="WeekFrom">The first of the last seven days, in the programme's zone.</param>
/// <param name="Urgent">The most severe open tickets, the newest of them first.</param>
/// <param name="Address">Of the region, query included.</param>
public sealed record HypercareBoard(
    BoardPlace Place, TicketCounts Counts, Pace Pace, IReadOnlyList<BoardRow> Rows, string By, IReadOnlyList<CurveWeek> Weeks,
    IReadOnlyList<TicketLine> Urgent, DateTimeOffset Now, DateOnly WeekFrom, string Topics, string Address, bool IsWall)
{
    private const int MostRowsOnWall = 15;
    private const int MostUrgentOnWall = 7;

    public CurveChart Chart { get; } = new(Weeks);

    /// <summary>On the wall as many as it holds, and only what is in operation.</summary>
    public IReadOnlyList<BoardRow> ShownRows => IsWall ? [.. RowsInOperation.Take(MostRowsOnWall)] : [.. Rows.Where(row => !row.IsIdle)];

    /// <summary>Nothing but noughts could be said of them: they are named, by name.</summary>
    public IReadOnlyList<BoardRow> IdleRows => IsWall ? [] : [.. Rows.Where(row => row.IsIdle).OrderBy(row => row.Place.Name, StringComparer.CurrentCulture)];

    /// <summary>For which the wall has no room.</summary>
    public int RowsLeftOut => IsWall ? Math.Max(0, RowsInOperation.Count() - MostRowsOnWall) : 0;

    public IReadOnlyList<TicketLine> ShownUrgent => IsWall && HasRows ? [.. Urgent.Take(MostUrgentOnWall)] : Urgent;

    public string WallAddress => $"{Place.Address}?wall=1";

    public bool IsLive => Weeks.Any(week => !week.IsAhead);

    public bool HasRows => Place.Kind is not BoardKind.Location;

    /// <summary>The list behind a number.</summary>
    public string List(Func<TicketFilter, TicketFilter>? narrow = null) => ListOf(Place, narrow);

    public string ListOf(BoardPlace place, Func<TicketFilter, TicketFilter>? narrow = null) =>
        (narrow?.Invoke(place.Filter) ?? place.Filter).Address(Place.Programme.ProgrammeId);

    /// <summary>One line of facts: how far a location is; of others how many are live, and how many the viewer does not see.</summary>
    public string Sub(IStringLocalizer<HypercareTexts> text)
    {
        if (Place is { Kind: BoardKind.Location, Parts: [var at] }) return $"{Life(at, text)} · {text.Users(at.Row.Users)}";
        var live = text[Place.Parts.Count == 1 ? "board.live.one" : "board.live", Place.Parts.Count(part => part.Row.LiveOn is not null), Place.Parts.Count].Value;
        return Place.Hidden == 0 ? live : $"{live} · {text["board.hidden", Place.Parts.Count, Place.Parts.Count + Place.Hidden]}";
    }

    public TimeSpan Age(DateTimeOffset since) => Now - since;

    /// <summary>Where the tile of the oldest leads: to it, or to a list that is empty.</summary>
    public string OldestAddress => Counts.OldestId is { } oldest ? $"/tickets/{oldest}" : List(filter => filter with { Status = TicketFilter.Open });

    /// <summary>What the rate is counted from: tickets and users, so that it can be worked out again.</summary>
    public string PaceOf(IStringLocalizer<HypercareTexts> text) => text["board.pace.of", text.Tickets(Pace.Tickets), text.Users(Pace.Users)];

    private IEnumerable<BoardRow> RowsInOperation => Rows.Where(row => row.Live > 0);

    private string Life(CareLocation at, IStringLocalizer<HypercareTexts> text)
    {
        if (at.Row.LiveOn is not { } live)
            return at.Wave?.GoLive is { } planned ? text["board.location.planned", TimeHtml.Written(planned)] : text["board.location.unplanned"];
        var since = text["board.location.since", TimeHtml.Written(live)];
        if (at.Hypercare.IsNone) return since;
        var isOver = at.Hypercare.IsOver(DateOnly.FromDateTime(Zones.ToLocal(Now, at.Row.TimeZone).DateTime));
        return $"{since} · {text[isOver ? "board.location.over" : "board.location.hypercare", TimeHtml.Written(at.Hypercare.To.AddDays(-1))]}";
    }
}

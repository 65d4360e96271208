using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Features.Programmes;

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
    /// <summary>What needs somebody first: open S1, then most over what was expected, then the longest waiting.</summary>
    public static IEnumerable<BoardRow> ByNeed(IEnumerable<BoardRow> rows) => rows
        .OrderByDescending(row => row.Counts.S1)
        .ThenByDescending(row => row.Pace.Ratio ?? -1)
        .ThenBy(row => row.Counts.Oldest ?? DateTimeOffset.MaxValue)
        .ThenBy(row => row.Place.Name, StringComparer.CurrentCulture);
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
    public CurveChart Chart { get; } = new(Weeks);

    public bool IsLive => Weeks.Any(week => !week.IsAhead);

    public bool HasRows => Place.Kind is not BoardKind.Location;

    /// <summary>The list behind a number.</summary>
    public string List(Func<TicketFilter, TicketFilter>? narrow = null) => ListOf(Place, narrow);

    public string ListOf(BoardPlace place, Func<TicketFilter, TicketFilter>? narrow = null) =>
        (narrow?.Invoke(place.Filter) ?? place.Filter).Address(Place.Programme.ProgrammeId);

    /// <summary>One line of facts: how many are live, and how many of the place's locations the viewer does not see.</summary>
    public string Sub(IStringLocalizer<HypercareTexts> text)
    {
        var live = text["board.live", Place.Parts.Count(part => part.Row.LiveOn is not null), Place.Parts.Count].Value;
        return Place.Hidden == 0 ? live : $"{live} · {text["board.hidden", Place.Parts.Count, Place.Parts.Count + Place.Hidden]}";
    }

    public TimeSpan? OldestAge => Counts.Oldest is { } at ? Now - at : null;
}

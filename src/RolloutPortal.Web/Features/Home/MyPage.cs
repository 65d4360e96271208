using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Locations.Days;

namespace RolloutPortal.Web.Features.Home;

/// <summary>What a superuser needs first: where they work, what has changed since they were here, and their tickets.</summary>
/// <param name="Since">When they were here before.</param>
/// <param name="News">What others changed since, newest first; those tickets are not among the others.</param>
/// <param name="Mine">Open: one's own to solve first, then one's own reports.</param>
/// <param name="Here">Open: what others reported where one works.</param>
/// <param name="Solved">In the last days, newest first.</param>
/// <param name="Topics">As in <c>data-topic</c>.</param>
/// <param name="Now">Portal time.</param>
public sealed record MyPage(
    IReadOnlyList<MyLocation> Locations, DateTimeOffset Since, IReadOnlyList<MyNews> News, IReadOnlyList<MyTicket> Mine, int MineCount,
    IReadOnlyList<MyTicket> Here, int HereCount, IReadOnlyList<MyTicket> Solved, string Topics, Guid Me, DateTimeOffset Now)
{
    /// <summary>More than these are found by the list of locations.</summary>
    public const int MostLocations = 6;

    /// <summary>Topics of the mark in the top bar.</summary>
    public required string Mark { get; init; }

    public bool IsEmpty => News.Count + Mine.Count + Here.Count + Solved.Count == 0;

    /// <summary>More open ones than are shown here.</summary>
    public bool HasMoreMine => MineCount > Mine.Count + News.Count(news => news.Ticket is { Row.IsOpen: true, Why: not "here" });

    /// <inheritdoc cref="HasMoreMine"/>
    public bool HasMoreHere => HereCount > Here.Count + News.Count(news => news.Ticket is { Row.IsOpen: true, Why: "here" });
}

/// <summary>A location of one's own.</summary>
/// <param name="OpenTickets">Of everybody there.</param>
public sealed record MyLocation(LocationDay Row, LocationPhase Phase, int OpenTickets);

/// <summary>A ticket that is one's own in some way, with its first words.</summary>
/// <param name="Words">Null when the text was deleted.</param>
/// <param name="Why"><c>assigned</c>, <c>reported</c> or <c>here</c>.</param>
public sealed record MyTicket(TicketRow Row, string? Words, string Location, string Zone, string Why);

/// <summary>What others did to it.</summary>
/// <param name="Who">Did the last of it, as the viewer may know them.</param>
public sealed record MyNews(MyTicket Ticket, Change Change, string Who);

using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Locations;

namespace RolloutPortal.Web.Features.Home;

/// <summary>What a superuser needs first: where they work, and the tickets they logged.</summary>
/// <param name="Tickets">Open ones first, then those resolved last.</param>
/// <param name="Topics">As in <c>data-topic</c>.</param>
public sealed record MyPage(IReadOnlyList<MyLocation> Locations, IReadOnlyList<MyTicket> Tickets, int Open, string Topics)
{
    /// <summary>More than these are found by the list of locations.</summary>
    public const int MostLocations = 6;
}

/// <summary>A location of one's own.</summary>
/// <param name="OpenTickets">Of everybody there.</param>
public sealed record MyLocation(LocationRow Row, LocationPhase Phase, int OpenTickets);

/// <summary>A ticket of one's own, with the first words of it.</summary>
/// <param name="Words">Null when the text was deleted.</param>
public sealed record MyTicket(TicketRow Row, string? Words, string Location);

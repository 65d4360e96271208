using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Home;

/// <summary>Reads tickets for the page of somebody whose they are, as far as they may still be seen. Scoped.</summary>
public sealed class MyTickets(ReadTables read, LocationDays days, Texts texts, Viewer viewer)
{
    /// <param name="condition">As for <see cref="ReadTables.Where{T}"/>.</param>
    public async Task<IReadOnlyList<MyTicket>> Of(SignedInAccount who, string condition, CancellationToken ct = default, params object[] values)
    {
        var seen = await viewer.Locations(Permission.SeeTickets, ct);
        var rows = (await read.Where<TicketRow>(condition, ct, values)).Where(row => seen?.Contains(row.LocationId) != false).ToList();
        var words = await texts.Of(rows.Select(row => (row.TicketId, row.TextId)), ct);
        var locations = (await days.Today([.. rows.Select(row => row.LocationId).Distinct()], ct)).ToDictionary(row => row.LocationId);
        return [.. rows.Where(row => locations.ContainsKey(row.LocationId)).Select(row => new MyTicket(
            row, words.GetValueOrDefault(row.TextId), locations[row.LocationId].Name, locations[row.LocationId].TimeZone, Why(row, who.Id)))];
    }

    private static string Why(TicketRow row, Guid who) => row.AssigneeId == who ? "assigned" : row.ReporterId == who ? "reported" : "here";
}

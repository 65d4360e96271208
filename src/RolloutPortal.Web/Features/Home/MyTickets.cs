using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Home;

/// <summary>Reads tickets for the page of somebody whose they are, as far as they may still be seen. Scoped.</summary>
public sealed class MyTickets(ReadTables read, LocationDays days, Texts texts, Viewer viewer)
{
    /// <summary>Several lists; what their tickets are called and where they are is looked up once for all of them.</summary>
    /// <param name="asked">Conditions as for <see cref="ReadTables.Where{T}"/>, with their values.</param>
    public async Task<IReadOnlyList<IReadOnlyList<MyTicket>>> Of(SignedInAccount who, CancellationToken ct, params (string Condition, object[] Values)[] asked)
    {
        var seen = await viewer.Locations(Permission.SeeTickets, ct);
        var lists = new List<List<TicketRow>>();
        foreach (var (condition, values) in asked)
            lists.Add([.. (await read.Where<TicketRow>(condition, ct, values)).Where(row => seen?.Contains(row.LocationId) != false)]);
        List<TicketRow> all = [.. lists.SelectMany(rows => rows).DistinctBy(row => row.TicketId)];
        var words = await texts.Of(all.Select(row => (row.TicketId, row.TextId)), ct);
        var locations = (await days.Today([.. all.Select(row => row.LocationId).Distinct()], ct)).ToDictionary(row => row.LocationId);
        return
        [
            .. lists.Select(rows => rows.Where(row => locations.ContainsKey(row.LocationId)).Select(row => new MyTicket(
                row, words.GetValueOrDefault(row.TextId), locations[row.LocationId].Name, locations[row.LocationId].TimeZone, Why(row, who.Id))).ToList()),
        ];
    }

    private static string Why(TicketRow row, Guid who) => row.AssigneeId == who ? "assigned" : row.ReporterId == who ? "reported" : "here";
}

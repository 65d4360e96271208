using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Tickets;

/// <summary>The tickets that the files tell one by one: those somebody opens first on the demo's morning.</summary>
internal static class ToldTickets
{
    public static IEnumerable<TicketLife> Of(Scenario scenario) => scenario.Tickets.Told.Select(row =>
    {
        var ids = scenario.Ids;
        var problem = new Problem(
            ids.Location(row.Text("location")), row["module"] is { Length: > 0 } module ? ids.Module(module) : null, row.Term<TicketKind>("kind"),
            (Impact)(row.Whole("impact") - 1), (Urgency)(row.Text("urgency")[0] - 'A'), row.Flag("safety"), row.Whole("affected"));
        var deeds = scenario.Tickets.Deeds.Where(deed => deed.Text("ticket") == row.Text("key")).Select(deed => Deed(scenario, deed));
        return new TicketLife(
            ids.Of("ticket", row.Text("key")), row.Moment("at", scenario.TimeZone), ids.Account(row.Text("by")), row.Term<Channel>("channel"), problem,
            row.Text("text"), [.. deeds.OrderBy(deed => deed.At)]);
    });

    private static TicketDeed Deed(Scenario scenario, FileRow row)
    {
        var (at, by, words) = (row.Moment("at", scenario.TimeZone), scenario.Ids.Account(row.Text("by")), row["text"]);
        return row["happening"] switch
        {
            "taken" => TicketDeed.Take(at, by),
            "commented" => TicketDeed.Comment(at, by, words),
            "resolved" => TicketDeed.Resolve(at, by, row.Term<Cause>("cause"), words),
            "reopened" => TicketDeed.Reopen(at, by, words),
            "withdrawn" => TicketDeed.Withdraw(at, by, words),
            _ => throw row.Fault("happening", $"cannot be '{row["happening"]}' here"),
        };
    }
}

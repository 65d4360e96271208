using System.Globalization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket.Correcting;

/// <summary>The form that corrects a ticket.</summary>
/// <param name="Places">Where it may have happened, as far as its corrector reaches; today's place is among them.</param>
/// <param name="IsStale">Somebody changed the ticket while this form was open.</param>
public sealed record CorrectionPage(
    TicketPage Ticket, TicketForm Form, IReadOnlyList<CareLocation> Places, IReadOnlyList<ModuleRow> Modules, bool IsStale = false) : ITicketChoices
{
    public string Address => $"{Ticket.Address}/correction";

    /// <summary>Null for a place out of reach.</summary>
    public CareLocation? Target => Places.FirstOrDefault(place => place.Id == Form.LocationId);

    public TicketDetails Details => new(
        Form, Modules, UsersOf(Form.Impact ?? Impact.OneUser).ToString(CultureInfo.InvariantCulture), MayChooseChannel: false);

    public int UsersOf(Impact impact) => TicketForm.UsersOf(impact, (Target ?? Ticket.At).Row);
}

/// <summary>Reads what a correction may choose from. Scoped.</summary>
public sealed class CorrectionReader(ReadTables read, Viewer viewer, Places map, CareLocations locations)
{
    /// <param name="form">Null: the ticket as it stands.</param>
    public async Task<CorrectionPage> Page(TicketPage ticket, TicketForm? form, CancellationToken ct = default)
    {
        var row = ticket.At.Row;
        var modules = (await read.Where<ModuleRow>("programme_id = $1", ct, row.ProgrammeId)).ByName(row => row.Name);
        var reach = await viewer.Locations(ticket.Acts.MayCorrect ? Permission.CorrectTickets : Permission.LogTickets, ct);
        var today = await map.Map(ct);
        Guid[] ids =
        [
            .. today.Locations.Values.Where(place => place.ProgrammeId == row.ProgrammeId).Select(place => place.LocationId!.Value)
                .Where(id => id == row.LocationId || reach?.Contains(id) != false),
        ];
        return new CorrectionPage(ticket, form ?? TicketForm.Of(ticket.Row, ticket.Words, ticket.Version), await locations.Of(ids, ct), modules);
    }
}

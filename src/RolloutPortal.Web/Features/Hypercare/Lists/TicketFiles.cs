using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Export;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>The list of tickets as a file: the same tickets in the same order for the same person, of all pages. Scoped.</summary>
public sealed class TicketFiles(
    ReadTables read, TicketAsking asking, TicketLines lines, Viewer viewer,
    IStringLocalizer<HypercareTexts> text, IStringLocalizer<SearchTexts> own, IStringLocalizer<SharedTexts> shared)
{
    public async Task<TableFile<ExportedTicket>> Of(Guid programmeId, TicketFilter filter, ListRequest list, ExportFormat format, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var asked = await asking.All(programme, filter, list, ct);
        var named = await viewer.Locations(Permission.SeeNames, ct);
        return new TableFile<ExportedTicket>(format, own["file", programme.Name], Columns(seesNames: named is not { Count: 0 }), lines.All(asked.Where, asked.Order, named, ct));
    }

    private IReadOnlyList<ExportColumn<ExportedTicket>> Columns(bool seesNames)
    {
        ExportColumn<ExportedTicket>[] assignee = seesNames ? [new(text["assignee"], ticket => ticket.AssigneeName)] : [];
        return
        [
            new(own["column.number"], ticket => ticket.Number, 12),
            new(text["severity"], ticket => $"{ticket.Severity}", 9),
            new(own["column.words"], ticket => ticket.Words ?? shared["text.deleted"], 60),
            new(text["kind"], ticket => shared.Of(ticket.Kind)),
            new(own["column.code"], ticket => ticket.LocationCode, 14),
            new(text["place"], ticket => ticket.LocationName, 32),
            new(text["area"], ticket => ticket.AreaName),
            new(text["module"], ticket => ticket.ModuleName),
            new(text["status"], ticket => shared.Of(ticket.Status), 16),
            .. assignee,
            new(text["hypercare"], ticket => own[ticket.DuringHypercare ? "yes" : "no"].Value),
            new(own["column.safety"], ticket => own[ticket.Safety ? "yes" : "no"].Value),
            new(text["log.users.short"], ticket => ticket.AffectedUsers),
            new(text["logged"], ticket => ticket.Local(ticket.LoggedAt)),
            new(text["changed"], ticket => ticket.Local(ticket.LastChangedAt)),
            new(own["column.resolved"], ticket => ticket.Local(ticket.ResolvedAt), 17),
            new(text["cause"], ticket => ticket.Cause is { } cause ? shared.Of(cause) : null, 24),
        ];
    }
}

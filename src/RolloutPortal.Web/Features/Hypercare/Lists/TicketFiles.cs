using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Export;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>The list of tickets as a file: the same tickets in the same order for the same person, of all pages. Scoped.</summary>
public sealed class TicketFiles(
    ReadTables read, TicketAsking asking, TicketLines lines, TicketListReader reader, Viewer viewer, Clock clock,
    IStringLocalizer<HypercareTexts> text, IStringLocalizer<SearchTexts> own, IStringLocalizer<SharedTexts> shared)
{
    public async Task<TableFile<ExportedTicket>> Of(Guid programmeId, TicketFilter filter, ListRequest list, ExportFormat format, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var asked = await asking.All(programme, filter, list, ct);
        var named = await viewer.Locations(Permission.SeeNames, ct);
        return new TableFile<ExportedTicket>(format, own["file", programme.Name], Columns(seesNames: named is not { Count: 0 }), lines.All(asked.Where, asked.Order, asked.IsMore ? asked.Total : null, named, ct))
        {
            Second = format is ExportFormat.Xlsx ? await About(await reader.Page(programmeId, filter, list, ct), ct) : null,
        };
    }

    /// <summary>Which tickets these are, when they were taken out and by whom: the file is sent on, and the list is not.</summary>
    private async Task<SheetOfTexts> About(TicketListPage page, CancellationToken ct) => new(
        own["about"], [(own["about"], 24), ("", 60)],
        [
            [text["tickets"], FilterWords.Scope(page, text, own, shared)],
            .. page.IsMore ? [[own["about.first.label"], own["about.first", page.Total]]] : Array.Empty<string[]>(),
            [own["about.filter"], FilterWords.Of(page, shared, text) is { Count: > 0 } chosen ? string.Join("\n", chosen) : text["printed.all"]],
            [own["about.taken"], Zones.ToLocal(clock.Now, page.Programme.TimeZone).ToString("f", CultureInfo.CurrentCulture)],
            [own["about.by"], (await viewer.SignedIn(ct)).Name],
        ]);

    private IReadOnlyList<ExportColumn<ExportedTicket>> Columns(bool seesNames)
    {
        ExportColumn<ExportedTicket>[] assignee = seesNames ? [new(text["assignee"], ticket => ticket.AssigneeName, 24)] : [];
        return
        [
            new(own["column.number"], ticket => ticket.Number, 12),
            new(text["severity"], ticket => $"{ticket.Severity}", 9),
            new(own["column.words"], ticket => ticket.Words ?? shared["text.deleted"], 60, Wraps: true),
            new(text["kind"], ticket => shared.Of(ticket.Kind), 18),
            new(own["column.code"], ticket => ticket.LocationCode, 14),
            new(text["place"], ticket => ticket.LocationName, 32),
            new(text["area"], ticket => ticket.AreaName, 24),
            new(text["module"], ticket => ticket.ModuleName, 26),
            new(text["status"], ticket => shared.Of(ticket.Status), 16),
            .. assignee,
            new(text["hypercare"], ticket => own[ticket.DuringHypercare ? "yes" : "no"].Value),
            new(own["column.safety"], ticket => own[ticket.Safety ? "yes" : "no"].Value),
            new(text["impact"], ticket => shared.Of(ticket.Impact), 24),
            new(text["log.users.short"], ticket => ticket.AffectedUsers, 12),
            new(text["urgency"], ticket => shared.Of(ticket.Urgency), 32),
            new(text["logged"], ticket => ticket.Local(ticket.LoggedAt), 17),
            new(text["changed"], ticket => ticket.Local(ticket.LastChangedAt), 17),
            new(own["column.resolved"], ticket => ticket.Local(ticket.ResolvedAt), 17),
            new(text["cause"], ticket => ticket.Cause is { } cause ? shared.Of(cause) : null, 24),
        ];
    }
}

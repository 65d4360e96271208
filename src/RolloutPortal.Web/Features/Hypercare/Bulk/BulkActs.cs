using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Bulk;

/// <summary>Does the same with several tickets, each decided by itself: one that a colleague has solved meanwhile holds up none of the others. Scoped.</summary>
public sealed class BulkActs(
    ReadTables read, Ledger ledger, Texts texts, Assignees assignees, Authors authors, Viewer viewer, Clock clock, RefusalTexts refusals, IStringLocalizer<BulkTexts> text)
{
    /// <summary>Those of the ticked tickets that the viewer may triage: of others nothing is told, not even who works where they are.</summary>
    public async Task<IReadOnlyList<Guid>> Mine(BulkForm form, CancellationToken ct = default)
    {
        var mine = new List<Guid>();
        foreach (var row in await read.Where<TicketRow>("ticket_id = any($1)", ct, form.Ticked.Select(one => one.Id).ToArray()))
            if (await viewer.May(Permission.SeeTickets, row.LocationId, ct) && await viewer.May(Permission.TriageTickets, row.LocationId, ct)) mine.Add(row.TicketId);
        return mine;
    }

    /// <param name="form">One in which nothing is missing.</param>
    public async Task<BulkOutcome> Do(BulkForm form, string? list, CancellationToken ct = default)
    {
        var ticked = form.Ticked;
        var rows = (await read.Where<TicketRow>("ticket_id = any($1)", ct, ticked.Select(one => one.Id).ToArray())).ToDictionary(row => row.TicketId);
        var allowed = new List<(TickedTicket Ticked, TicketRow Row)>();
        var left = new List<LeftTicket>();
        foreach (var one in ticked)
        {
            // What one may not see is not there.
            if (!rows.TryGetValue(one.Id, out var row) || !await viewer.May(Permission.SeeTickets, row.LocationId, ct)) left.Add(new LeftTicket(one.Id, TicketNumber.Of(one.Id), text["gone"]));
            else if (!await viewer.May(Permission.TriageTickets, row.LocationId, ct)) left.Add(Left(row, text["no-right"]));
            else if (form.Act is BulkAct.Assign && !await assignees.MayHave(form.Assignee!.Value, row.LocationId, ct)) left.Add(Left(row, text["no-right.assignee"]));
            else allowed.Add((one, row));
        }

        var me = (await viewer.SignedIn(ct)).Id;
        // Together: what waits at the same time is committed at once.
        var answers = await Task.WhenAll(allowed.Select(async one => (one.Row, Refusal: await Decide(form, one.Ticked, me, ct))));
        foreach (var (row, refusal) in answers)
            if (refusal is not null) left.Add(Left(row, await Why(row, refusal, ct)));
        return new BulkOutcome(form.Act!.Value, answers.Count(answer => answer.Refusal is null), left, list);
    }

    private Task<Refusal?> Decide(BulkForm form, TickedTicket seen, Guid me, CancellationToken ct)
    {
        if (form.Act is not BulkAct.Weigh)
        {
            var assignee = form.Act is BulkAct.Assign ? form.Assignee!.Value : me;
            return ledger.Decide<Ticket, TicketEvent>(seen.Id, ticket => ticket.Take(assignee, seen.AssigneeId, clock.Now), ct: ct);
        }

        var severity = form.Severity!.Value;
        var reason = texts.Draft(seen.Id, form.Words)!;
        return ledger.Decide<Ticket, TicketEvent>(
            seen.Id, ticket => ticket.Weigh(severity, seen.Severity, reason.Id, clock.Now), Together.With(reason), ct);
    }

    private async Task<string> Why(TicketRow row, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Key != TicketRefusals.TakenMeanwhile) return refusals.Of(refusal);
        var now = await read.Get<TicketRow>(row.TicketId, ct);
        return refusals.Of(refusal with { Values = [(await authors.Of([now?.AssigneeId], row.LocationId, ct))(now?.AssigneeId)] });
    }

    private static LeftTicket Left(TicketRow row, string why) => new(row.TicketId, row.Number, why);
}

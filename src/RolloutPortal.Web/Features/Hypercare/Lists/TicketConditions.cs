using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Search;
using Zones = RolloutPortal.Web.Platform.Time.Zones;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>A filter as SQL over <c>ticket_row t</c>: conditions joined by <c>and</c>, and their values in order.</summary>
public sealed class TicketConditions
{
    private readonly SqlConditions where = new();

    /// <param name="locations">Those that are asked for and may be seen.</param>
    /// <param name="zone">Of the programme: what a day is.</param>
    /// <param name="found">What the filter's words found; null when it has none.</param>
    public TicketConditions(TicketFilter filter, Guid[] locations, Guid viewer, DateTimeOffset now, string zone, FoundTickets? found = null)
    {
        Add("t.location_id = any({0})", locations);
        if (filter.Module is { } module) Add("t.module_id = {0}", module);
        AddKind(filter.Kind);
        AddSeverity(filter.Severity);
        AddStatus(filter.Status);
        if (filter.During is "yes" or "no") Add("t.during_hypercare = {0}", filter.During == "yes");
        if (filter.Who == TicketFilter.Mine) Add("t.reporter_id = {0}", viewer);
        if (filter.Who == TicketFilter.Assigned) Add("t.assignee_id = {0}", viewer);
        if (filter.From is { } from && Days.Hold(from)) Add("t.logged_at >= {0}", Zones.StartOf(from, zone));
        if (filter.To is { } to && Days.Hold(to)) Add("t.logged_at < {0}", Zones.StartOf(to.AddDays(1), zone));
        if (filter.Last == TicketFilter.LoggedToday) Add("t.logged_at >= {0}", now.AddDays(-1));
        if (filter.Last == TicketFilter.ResolvedToday) Add("t.status = 'Resolved' and t.resolved_at >= {0}", now.AddDays(-1));
        AddSearch(found);
    }

    public string Sql => where.Sql;

    public object[] Values => where.Values;

    /// <summary>The order in which what fits best comes first; where nothing can be weighed, null.</summary>
    public string? BestFirst(FoundTickets found) => found.Condition.Rank is { } rank
        ? where.Use($"(select {rank} from ticket_search s where s.ticket_id = t.ticket_id) desc", [.. found.Condition.Values])
        : null;

    private void AddKind(string? kind)
    {
        // Wishes and mistakes are not held against hypercare (domain.md §5); a board's numbers leave both out.
        if (kind == TicketFilter.Counted) Add("t.counts");
        else if (Enum.TryParse<TicketKind>(kind, out var known) && Enum.IsDefined(known)) Add("t.kind = {0}", known.ToString());
    }

    private void AddSeverity(string? severity)
    {
        string[] known = [.. (severity ?? "").Split(',').Where(name => Enum.GetNames<Severity>().Contains(name))];
        if (known.Length > 0) Add("t.severity = any({0})", (object)known);
    }

    private void AddStatus(string? status)
    {
        if (status == TicketFilter.Open) Add("t.status in ('Open', 'Taken')");
        else if (Enum.TryParse<TicketStatus>(status, out var known) && Enum.IsDefined(known)) Add("t.status = {0}", known.ToString());
    }

    /// <remarks>A few are named. Where a search finds many, each ticket is asked in the order of the list, which ends when the page is full.</remarks>
    private void AddSearch(FoundTickets? found)
    {
        if (found is null) return;
        if (found.Ids is { } ids) Add("t.ticket_id = any({0})", ids);
        else Add($"(select {found.Condition.Sql} from ticket_search s where s.ticket_id = t.ticket_id)", [.. found.Condition.Values]);
    }

    private void Add(string condition, params object[] with) => where.Add(condition, with);
}

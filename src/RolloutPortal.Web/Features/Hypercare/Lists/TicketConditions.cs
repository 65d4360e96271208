using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Hypercare.Search;
using Zones = RolloutPortal.Web.Platform.Time.Zones;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>A filter as SQL over <c>ticket_row t</c>: conditions joined by <c>and</c>, and their values in order.</summary>
public sealed class TicketConditions
{
    private readonly SqlConditions where = new();

    /// <param name="locations">Those that are asked for and may be seen.</param>
    /// <param name="zone">Of the programme: what a day is.</param>
    /// <remarks>Its words are not among them: <see cref="Holding"/>, <see cref="Among"/>.</remarks>
    public TicketConditions(TicketFilter filter, Guid[] locations, Guid viewer, DateTimeOffset now, string zone)
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
        AddDays(filter.Last, DateOnly.FromDateTime(Zones.ToLocal(now, zone).DateTime), zone);
        if (filter.Last == TicketFilter.LoggedToday) Add("t.logged_at >= {0}", now.AddDays(-1));
        if (filter.Last == TicketFilter.ResolvedToday) Add("t.status = 'Resolved' and t.resolved_at >= {0}", now.AddDays(-1));
    }

    public string Sql => where.Sql;

    public object[] Values => where.Values;

    /// <summary>Whether the words stand on <c>t.ticket_id</c>, to be asked of one ticket after the other; null when none are looked for.</summary>
    public string? Words { get; private set; }

    /// <summary>And have the words that are searched for.</summary>
    public TicketConditions Holding(SearchCondition search)
    {
        Words = where.Use($"(select {search.Sql} from ticket_search s where s.ticket_id = t.ticket_id)", [.. search.Values]);
        return this;
    }

    /// <summary>And are among those.</summary>
    public TicketConditions Among(Guid[] ids)
    {
        Add("t.ticket_id = any({0})", ids);
        return this;
    }

    /// <summary>And are among those.</summary>
    /// <returns>Their order, as SQL.</returns>
    public string InTheOrderOf(Guid[] ids)
    {
        Among(ids);
        return where.Use("array_position({0}, t.ticket_id)", (object)ids);
    }

    private void AddDays(string? last, DateOnly today, string zone)
    {
        var from = last switch { TicketFilter.Today => today, TicketFilter.Yesterday => today.AddDays(-1), TicketFilter.Week => today.AddDays(-6), _ => (DateOnly?)null };
        if (from is { } day) Add("t.logged_at >= {0}", Zones.StartOf(day, zone));
        if (last == TicketFilter.Yesterday) Add("t.logged_at < {0}", Zones.StartOf(today, zone));
    }

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

    private void Add(string condition, params object[] with) => where.Add(condition, with);
}

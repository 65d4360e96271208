using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Hypercare;
using Zones = RolloutPortal.Web.Platform.Time.Zones;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>A filter as SQL over <c>ticket_row t</c>: conditions joined by <c>and</c>, and their values in order.</summary>
public sealed class TicketConditions
{
    private const int MostWords = 8;

    private readonly List<string> conditions = [];
    private readonly List<object> values = [];

    /// <param name="locations">Those that are asked for and may be seen.</param>
    /// <param name="zone">Of the programme: what a day is.</param>
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
        if (filter.Last == TicketFilter.LoggedToday) Add("t.logged_at >= {0}", now.AddDays(-1));
        if (filter.Last == TicketFilter.ResolvedToday) Add("t.status = 'Resolved' and t.resolved_at >= {0}", now.AddDays(-1));
        AddSearch(filter.Q);
    }

    public string Sql => string.Join(" and ", conditions);

    public object[] Values => [.. values];

    private void AddKind(string? kind)
    {
        // Wishes and mistakes are not held against hypercare (domain.md §5); a board's numbers leave both out.
        if (kind == TicketFilter.Counted) conditions.Add("t.counts");
        else if (Enum.TryParse<TicketKind>(kind, out var known) && Enum.IsDefined(known)) Add("t.kind = {0}", known.ToString());
    }

    private void AddSeverity(string? severity)
    {
        string[] known = [.. (severity ?? "").Split(',').Where(name => Enum.GetNames<Severity>().Contains(name))];
        if (known.Length > 0) Add("t.severity = any({0})", (object)known);
    }

    private void AddStatus(string? status)
    {
        if (status == TicketFilter.Open) conditions.Add("t.status in ('Open', 'Taken')");
        else if (Enum.TryParse<TicketStatus>(status, out var known) && Enum.IsDefined(known)) Add("t.status = {0}", known.ToString());
    }

    private void AddSearch(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return;
        string[] words = [.. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
        if (words is [var only] && TicketNumber.Read(only) is { } number) Add($"(t.number = {{0}} or {InWords("{1}")})", number, Like(only));
        else foreach (var word in words) Add(InWords("{0}"), Like(word));
    }

    private static string Like(string word) =>
        $"%{word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    /// <remarks>Whatever anybody wrote on the ticket: its problem, comments, its solution. Each word may stand in another of them.</remarks>
    private static string InWords(string like) => $"t.ticket_id in (select x.stream_id from text x where x.body ilike {like})";

    private void Add(string condition, params object[] with)
    {
        var numbers = with.Select((_, i) => (object)$"${values.Count + i + 1}").ToArray();
        conditions.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, numbers));
        values.AddRange(with);
    }
}

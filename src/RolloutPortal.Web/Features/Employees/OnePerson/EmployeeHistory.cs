using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>Tells what became known about a person, and when. Scoped.</summary>
public sealed class EmployeeHistory(Authors authors, IStringLocalizer<EmployeeTexts> words, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>Newest first: each row that follows another of its period is a change of it.</summary>
    /// <param name="known">In the order in which it became so.</param>
    /// <param name="places">Those that the viewer sees.</param>
    public async Task<IReadOnlyList<HistoryLine>> Of(List<KnownPeriod> known, Dictionary<Guid, LocationDay> places, CancellationToken ct = default)
    {
        if (known.Count == 0) return [];
        var who = await authors.Of(known.Select(row => row.By), known[^1].Period.LocationId, ct);
        var lines = new List<HistoryLine>();
        foreach (var rows in known.GroupBy(row => row.Period.PeriodId).Select(group => group.ToList()))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var (row, kind) = (rows[i], i == 0 ? rows[i].Period.Follows is null ? "begun" : "moved" : rows[i].Period.To is not null && rows[i - 1].Period.To != rows[i].Period.To ? "ended" : "changed");
                // A move ends one period and begins another: told once.
                if (kind == "ended" && known.Exists(other => other.Period.Follows == row.Period.PeriodId && other.From == row.From)) continue;
                lines.Add(Line(row, row.From, who(row.By), kind, places));
            }

            if (rows[^1].RecordedTo is { } gone) lines.Add(Line(rows[^1], gone, who(null), "withdrawn", places));
        }

        return [.. lines.OrderByDescending(line => line.At)];
    }

    private HistoryLine Line(KnownPeriod row, DateTimeOffset at, string who, string kind, Dictionary<Guid, LocationDay> places)
    {
        var (period, place) = (row.Period, places.GetValueOrDefault(row.Period.LocationId)?.Name ?? words["place.elsewhere"].Value);
        var days = period.To is { } last ? shared["days.from-to", TimeHtml.Written(period.From), TimeHtml.Written(last)] : shared["days.from", TimeHtml.Written(period.From)];
        return new HistoryLine(0, at, row.Batch is null ? who : words["history.import"], words[$"history.{kind}"], $"{period.Role}, {place}, {days}", null, kind == "withdrawn" ? "warn" : null);
    }
}

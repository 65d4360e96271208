using System.Collections.Immutable;
using System.Globalization;

namespace RolloutPortal.Domain.Employees;

/// <summary>Lines of a file beside what is known: what is new, what changes, what cannot be (importing.md, kind <c>employees</c>). Pure.</summary>
/// <remarks>
/// A line is known by work key, location, role and first day. What stands in no line stays as it is. Work keys and roles compare without
/// case; another spelling alone changes nothing.
/// </remarks>
public sealed class EmployeeComparison
{
    private readonly Dictionary<string, Employee> known;
    private readonly Func<Guid> newId;
    private readonly OtherPlaces others;
    private readonly IReadOnlySet<Guid>? here;
    private readonly List<EmployeeFault> faults = [];
    private readonly List<PlannedLine> planned = [];
    private readonly List<EmployeeStep> steps = [];

    private EmployeeComparison(IEnumerable<Employee> known, Func<Guid> newId, OtherPlaces others, IReadOnlySet<Guid>? here)
    {
        this.known = known.ToDictionary(employee => WorkKey.Canonical(employee.WorkKey), StringComparer.Ordinal);
        (this.newId, this.others, this.here) = (newId, others, here);
    }

    /// <param name="known">Everybody who has one of the file's work keys or one of its addresses; more do no harm.</param>
    /// <param name="lines">Clean by themselves, or marked as what they are; in the order of the file.</param>
    /// <param name="others">As whoever imports the file has said; until then they are kept.</param>
    /// <param name="here">Locations that the file may be about: what somebody does elsewhere is neither told nor ended. Null: all.</param>
    public static EmployeePlan Of(
        IEnumerable<Employee> known, IReadOnlyList<EmployeeLine> lines, Func<Guid> newId, OtherPlaces others = OtherPlaces.Kept, IReadOnlySet<Guid>? here = null)
    {
        var comparison = new EmployeeComparison(known, newId, others, here);
        var people = lines.GroupBy(line => WorkKey.Canonical(line.WorkKey), StringComparer.Ordinal).Select(group => (group.Key, Lines: group.ToList())).ToList();
        comparison.faults.AddRange(SharedAddresses.Among(people, comparison.known));
        foreach (var (key, own) in people) comparison.Compare(key, own);
        return new EmployeePlan(
            [.. comparison.planned.OrderBy(line => line.Line.Line)],
            [.. comparison.faults.OrderBy(fault => fault.Line)], comparison.steps);
    }

    private void Compare(string key, List<EmployeeLine> lines)
    {
        var first = lines[0];
        CheckOne(lines, "name", line => line.Name, EmployeeRefusals.TwoNames, StringComparer.Ordinal);
        CheckOne(lines, "email", line => line.Email, EmployeeRefusals.TwoEmails, StringComparer.OrdinalIgnoreCase);
        var before = known.GetValueOrDefault(key);
        var id = before?.EmployeeId ?? newId();
        var periods = Periods(before, id, Placeable(lines), FieldChange.Between(before, first));
        var after = new Employee(id, before?.WorkKey ?? first.WorkKey, first.Name, first.Email, periods);
        if (before is null || !before.IsSameAs(after)) steps.Add(new EmployeeStep(before, after));
    }

    /// <summary>One person has one name and one address: what the first line says that says any.</summary>
    private void CheckOne(List<EmployeeLine> lines, string column, Func<EmployeeLine, string> said, string refusal, StringComparer comparer)
    {
        var first = "";
        foreach (var line in lines)
        {
            if (first.Length == 0) first = said(line);
            else if (said(line) is { Length: > 0 } now && !comparer.Equals(now, first))
                faults.Add(new EmployeeFault(line.Line, column, new Refusal(refusal, first)));
        }
    }

    /// <summary>Lines that can be placed among the person's periods.</summary>
    private List<EmployeeLine> Placeable(List<EmployeeLine> lines)
    {
        var placeable = lines.FindAll(line => line.HasPeriod && !(line.From > line.To));
        if (placeable.Count < lines.Count)
            faults.AddRange(lines.Where(line => line.HasPeriod && line.From > line.To).Select(line => new EmployeeFault(line.Line, "from", new Refusal(EmployeeRefusals.FromAfterTo))));
        return placeable;
    }

    private ImmutableList<EmployeePeriod> Periods(Employee? before, Guid id, List<EmployeeLine> lines, IReadOnlyList<FieldChange> details)
    {
        var told = new Dictionary<Guid, int>();
        var found = (before?.Periods ?? []).ToLookup(Start.Of);
        var matches = lines.ConvertAll(line => found[Start.Of(line)].FirstOrDefault());
        var matched = matches.OfType<EmployeePeriod>().Select(period => period.PeriodId).ToHashSet();
        var places = new Dictionary<(Guid, string), PeriodShelf>();
        var unnamed = new UnnamedPlaces(before?.Periods.Where(period => !matched.Contains(period.PeriodId)) ?? [], lines, here);
        foreach (var left in unnamed.After(others)) Shelf(places, left).TryAdd(left);

        for (var i = 0; i < lines.Count; i++)
        {
            var (line, was) = (lines[i], matches[i]);
            if (was is not null && !told.TryAdd(was.PeriodId, line.Line))
            {
                faults.Add(new EmployeeFault(line.Line, "from", Repeats(told[was.PeriodId])));
                continue;
            }

            var beside = was is null ? unnamed.Beside(line) : [];
            var period = was is null ? new EmployeePeriod(newId(), line.LocationId, line.Role, line.From, line.To, Followed(beside)) : was with { To = line.To };
            var shelf = Shelf(places, period);
            if (shelf.TryAdd(period) is { } other)
            {
                var why = other.From == line.From && told.TryGetValue(other.PeriodId, out var earlier)
                    ? Repeats(earlier)
                    : new Refusal(EmployeeRefusals.PeriodOverlaps, other.From);
                faults.Add(new EmployeeFault(line.Line, "from", why));
                continue;
            }

            told.TryAdd(period.PeriodId, line.Line);
            var changes = was is null || was.To == line.To ? details : [.. details, FieldChange.To(was.To, line.To)];
            if (line.IsWhole) planned.Add(new PlannedLine(line, id, was is null ? LineOutcome.New : changes.Count > 0 ? LineOutcome.Changed : LineOutcome.Unchanged, changes) { Beside = beside });
        }

        return [.. places.Values.SelectMany(shelf => shelf.Periods)];
    }

    /// <summary>Taken back by hand, the new one lets the one that it was ended for go on; of several nobody knows which.</summary>
    private Guid? Followed(IReadOnlyList<EmployeePeriod> beside) => others is OtherPlaces.Left && beside is [var only] ? only.PeriodId : null;

    // A line is named, not counted: without a separator of thousands.
    private static Refusal Repeats(int line) => new(EmployeeRefusals.LineRepeated, line.ToString(CultureInfo.InvariantCulture));

    private static PeriodShelf Shelf(Dictionary<(Guid, string), PeriodShelf> places, EmployeePeriod period)
    {
        var key = (period.LocationId, period.Role.ToUpperInvariant());
        return places.TryGetValue(key, out var shelf) ? shelf : places[key] = new PeriodShelf();
    }

    private readonly record struct Start(Guid LocationId, string Role, DateOnly From)
    {
        public static Start Of(EmployeePeriod period) => new(period.LocationId, period.Role.ToUpperInvariant(), period.From);

        public static Start Of(EmployeeLine line) => new(line.LocationId, line.Role.ToUpperInvariant(), line.From);
    }
}

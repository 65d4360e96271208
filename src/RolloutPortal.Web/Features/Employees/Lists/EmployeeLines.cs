using Npgsql;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>Reads lines of people: a page of them, and how many there are. Names stand as in the reader's alphabet.</summary>
/// <remarks>Names and keys stand with each line, in an index in their order that holds whatever a list asks for: a page in the middle is walked to
/// there. Of roles, places and days there are few: how many lines each has is counted, and only those on the page are read.</remarks>
internal sealed class EmployeeLines(ReadTables read)
{
    private const int Few = 2_000;

    private static readonly (string Sql, bool Descends)[] Tie = [("p.employee_id", false), ("p.from_day", false), ("p.period_id", false)];

    /// <summary>The lines of the page that is asked for, else of the last; how many there are in all, and how many different people they are.</summary>
    /// <param name="places">By name.</param>
    public async Task<(List<EmployeeListItem> Shown, int Total, int People)> Page(
        EmployeeConditions where, ListRequest list, IReadOnlyList<StaffedLocation> places, CancellationToken ct)
    {
        // At once: where people are many, each takes as long as the rest of the page.
        var counting = Count(where, ct);
        var grouping = Groups(where, list, places, ct);
        await Task.WhenAll(counting, grouping);
        var ((total, people), groups) = (await counting, await grouping);
        if (total == 0) return ([], 0, 0);
        var offset = (new Pager(list, total).Page - 1) * ListRequest.PageSize;
        var ids = groups is not null ? await Grouped(where, groups, offset, ct)
            : list.Key == "key" ? await Ids(where, [("p.key", list.Descending), .. Tie], offset, total, ct)
            : await Ids(where, [(Name(total), list.Descending), .. Tie], offset, total, ct);
        return (await These([.. ids], places, ct), total, people);
    }

    // To find few, the database would walk all of the index in this order: it expects to meet them soon.
    private static string Name(int lines) => NameOrder.Sql(lines > Few ? "p.name" : "(p.name || '')");

    private async Task<(int Lines, int People)> Count(EmployeeConditions where, CancellationToken ct) => (await read.Planned(
        $"select count(*)::int, count(distinct p.employee_id)::int from {where.From} where {where.Sql}",
        row => (row.GetInt32(0), row.GetInt32(1)), ct, where.Values))[0];

    /// <returns>Null: the order is of names or keys, which are many.</returns>
    private async Task<LineGroups?> Groups(EmployeeConditions where, ListRequest list, IReadOnlyList<StaffedLocation> places, CancellationToken ct)
    {
        var ranks = places.Select((place, rank) => (place.LocationId, rank)).ToDictionary();
        return list.Key switch
        {
            "role" => await Groups(where, list, "p.role", row => row.GetString(0), StringComparer.CurrentCulture, ct),
            "location" => await Groups(where, list, "p.location_id", row => row.GetGuid(0), Comparer<Guid>.Create((a, b) => ranks[a].CompareTo(ranks[b])), ct),
            "from" => await Groups(where, list, "p.from_day", row => row.GetFieldValue<DateOnly>(0), Comparer<DateOnly>.Default, ct),
            "to" => await Groups(where, list, "coalesce(p.to_day, 'infinity')", row => row.GetFieldValue<DateOnly>(0), Comparer<DateOnly>.Default, ct),
            _ => null,
        };
    }

    private async Task<LineGroups> Groups<T>(
        EmployeeConditions where, ListRequest list, string value, Func<NpgsqlDataReader, T> readValue, IComparer<T> order, CancellationToken ct)
    {
        var counted = await read.Planned(
            $"select {value}, count(*)::int from {where.From} where {where.Sql} group by 1", row => (Value: readValue(row), Lines: row.GetInt32(1)), ct, where.Values);
        return new LineGroups<T>(value, [.. list.Descending ? counted.OrderByDescending(one => one.Value, order) : counted.OrderBy(one => one.Value, order)]);
    }

    /// <summary>Lines of the values that the page lies in, by value and name.</summary>
    private Task<List<Guid>> Grouped(EmployeeConditions where, LineGroups groups, int offset, CancellationToken ct)
    {
        var (order, before, lines) = groups.Narrow(where, offset);
        (string, bool)[] byName = [(Name(lines), false), .. Tie];
        return Ids(where, order is null ? byName : [(order, false), .. byName], offset - before, lines, ct);
    }

    /// <summary>Of the lines on the page, in their order. What lies in the second half is read from the end.</summary>
    private async Task<List<Guid>> Ids(EmployeeConditions where, (string Sql, bool Descends)[] order, int offset, int total, CancellationToken ct)
    {
        var take = Math.Min(ListRequest.PageSize, total - offset);
        var fromEnd = offset > total / 2;
        var by = string.Join(", ", order.Select(column => $"{column.Sql} {(column.Descends != fromEnd ? "desc" : "asc")}"));
        var sql = $"select p.id from {where.From} where {where.Sql} order by {by} offset {(fromEnd ? total - offset - take : offset)} limit {Math.Max(0, take)}";
        var ids = total > Few ? await read.Walked(sql, row => row.GetGuid(0), ct, where.Values) : await read.Planned(sql, row => row.GetGuid(0), ct, where.Values);
        if (fromEnd) ids.Reverse();
        return ids;
    }

    private Task<List<EmployeeListItem>> These(Guid[] ids, IReadOnlyList<StaffedLocation> places, CancellationToken ct)
    {
        var at = places.ToDictionary(place => place.LocationId);
        return read.Query(
            """
            select e.id, e.name, e.erased_number, e.work_key, e.email, e.invented, p.period_id, p.location_id, p.role, p.from_day, p.to_day, p.follows
            from unnest($1) with ordinality page(id, place)
            join employee_period p on p.id = page.id
            join employee e on e.id = p.employee_id
            order by page.place
            """,
            row => Item(row, at[row.GetGuid(7)]), ct, (object)ids);
    }

    private static EmployeeListItem Item(NpgsqlDataReader row, StaffedLocation place) => new(
        row.GetGuid(0), new EmployeeName(row.Text(1), row.Value<int>(2)), row.Text(3), row.Text(4), row.GetBoolean(5),
        Period(row, 6), place.Name, place.Area);

    internal static EmployeePeriod Period(NpgsqlDataReader row, int first) => new(
        row.GetGuid(first), row.GetGuid(first + 1), row.GetString(first + 2), row.GetFieldValue<DateOnly>(first + 3),
        row.Value<DateOnly>(first + 4), row.Value<Guid>(first + 5));
}

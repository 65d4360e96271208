using Npgsql;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>Reads lines of people: a page of them, and how many there are. Names stand as in the reader's alphabet.</summary>
/// <remarks>Names and keys have an index in their order. Of roles, places and days there are few: how many lines each has is counted first, and
/// only those on the page are read.</remarks>
internal sealed class EmployeeLines(ReadTables read)
{
    private const int Few = 2_000;

    private static readonly (string Sql, bool Descends)[] Tie = [("e.id", false), ("p.from_day", false), ("p.period_id", false)];

    // An index holds this order (Portal.sql). To find few, the database would walk all of it: it expects to meet them soon.
    private static string Name(int lines) => NameOrder.Sql(lines > Few ? "e.name" : "(e.name || '')");

    /// <summary>Lines, and how many different people they are.</summary>
    public async Task<(int Lines, int People)> Count(EmployeeConditions where, CancellationToken ct) => (await read.Planned(
        $"select count(*)::int, count(distinct p.employee_id)::int from {From(where.HasWords)} where {where.Sql}",
        row => (row.GetInt32(0), row.GetInt32(1)), ct, where.Values))[0];

    /// <param name="total">Lines in all.</param>
    /// <param name="places">By name.</param>
    public async Task<List<EmployeeListItem>> Page(
        EmployeeConditions where, ListRequest list, int offset, int total, IReadOnlyList<StaffedLocation> places, CancellationToken ct)
    {
        var ranks = places.Select((place, rank) => (place.LocationId, rank)).ToDictionary();
        var ids = await (list.Key switch
        {
            "key" => Ids(where, [("e.key", list.Descending), .. Tie], offset, total, ct),
            "role" => Grouped(where, list, "p.role", row => row.GetString(0), StringComparer.CurrentCulture, offset, ct),
            "location" => Grouped(where, list, "p.location_id", row => row.GetGuid(0), Comparer<Guid>.Create((a, b) => ranks[a].CompareTo(ranks[b])), offset, ct),
            "from" => Grouped(where, list, "p.from_day", row => row.GetFieldValue<DateOnly>(0), Comparer<DateOnly>.Default, offset, ct),
            "to" => Grouped(where, list, "coalesce(p.to_day, 'infinity')", row => row.GetFieldValue<DateOnly>(0), Comparer<DateOnly>.Default, offset, ct),
            _ => Ids(where, [(Name(total), list.Descending), .. Tie], offset, total, ct),
        });
        return await These([.. ids], places, ct);
    }

    /// <summary>Lines of the values that begin before the page ends and end after it begins, by value and name.</summary>
    private async Task<List<Guid>> Grouped<T>(
        EmployeeConditions where, ListRequest list, string value, Func<NpgsqlDataReader, T> readValue, IComparer<T> order, int offset, CancellationToken ct)
    {
        var counted = await read.Planned(
            $"select {value}, count(*)::int from {From(where.HasWords)} where {where.Sql} group by 1", row => (Value: readValue(row), Lines: row.GetInt32(1)), ct, where.Values);
        var sorted = list.Descending ? counted.OrderByDescending(one => one.Value, order) : counted.OrderBy(one => one.Value, order);
        var (values, before, lines, seen) = (new List<T>(), 0, 0, 0);
        foreach (var (one, count) in sorted)
        {
            if (seen + count <= offset) before += count;
            else if (seen < offset + ListRequest.PageSize) (values, lines) = ([.. values, one], lines + count);
            seen += count;
        }

        var among = where.Among(value, values.ToArray());
        (string, bool)[] byName = [(Name(lines), false), .. Tie];
        return await Ids(where, values is [_] ? byName : [($"array_position({among}, {value})", false), .. byName], offset - before, lines, ct);
    }

    /// <summary>Of the lines on the page, in their order. What lies in the second half is read from the end.</summary>
    private async Task<List<Guid>> Ids(EmployeeConditions where, (string Sql, bool Descends)[] order, int offset, int total, CancellationToken ct)
    {
        var take = Math.Min(ListRequest.PageSize, total - offset);
        var fromEnd = offset > total / 2;
        var by = string.Join(", ", order.Select(column => $"{column.Sql} {(column.Descends != fromEnd ? "desc" : "asc")}"));
        var ids = await read.Planned(
            $"select p.id from {From(withNames: true)} where {where.Sql} order by {by} offset {(fromEnd ? total - offset - take : offset)} limit {Math.Max(0, take)}",
            row => row.GetGuid(0), ct, where.Values);
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

    private static string From(bool withNames) => withNames ? "employee_period p join employee e on e.id = p.employee_id" : "employee_period p";

    private static EmployeeListItem Item(NpgsqlDataReader row, StaffedLocation place) => new(
        row.GetGuid(0), new EmployeeName(Text(row, 1), row.IsDBNull(2) ? null : row.GetInt32(2)), Text(row, 3), Text(row, 4), row.GetBoolean(5),
        Period(row, 6), place.Name, place.Area);

    internal static EmployeePeriod Period(NpgsqlDataReader row, int first) => new(
        row.GetGuid(first), row.GetGuid(first + 1), row.GetString(first + 2), row.GetFieldValue<DateOnly>(first + 3),
        row.IsDBNull(first + 4) ? null : row.GetFieldValue<DateOnly>(first + 4), row.IsDBNull(first + 5) ? null : row.GetGuid(first + 5));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

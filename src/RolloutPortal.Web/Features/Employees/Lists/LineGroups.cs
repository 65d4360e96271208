using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>How many lines each value has that a list is sorted by, in the list's order: of roles, places and days there are few.</summary>
internal abstract record LineGroups
{
    /// <summary>Keeps to the values that begin before the page ends and end after it begins.</summary>
    /// <returns>The order of these values as SQL, null for a single one; how many lines stand before them, and how many they have.</returns>
    public abstract (string? Order, int Before, int Lines) Narrow(EmployeeConditions where, int offset);
}

/// <inheritdoc cref="LineGroups"/>
/// <param name="Sql">The value.</param>
internal sealed record LineGroups<T>(string Sql, IReadOnlyList<(T Value, int Lines)> Counted) : LineGroups
{
    public override (string? Order, int Before, int Lines) Narrow(EmployeeConditions where, int offset)
    {
        var (values, before, lines, seen) = (new List<T>(), 0, 0, 0);
        foreach (var (value, count) in Counted)
        {
            if (seen + count <= offset) before += count;
            else if (seen < offset + ListRequest.PageSize) (values, lines) = ([.. values, value], lines + count);
            seen += count;
        }

        var among = where.Among(Sql, values.ToArray());
        return (values is [_] ? null : $"array_position({among}, {Sql})", before, lines);
    }
}

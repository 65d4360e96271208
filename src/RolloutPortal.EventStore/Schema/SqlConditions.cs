using System.Globalization;

namespace RolloutPortal.EventStore.Schema;

/// <summary>Conditions joined by <c>and</c>, and their values in the order of $1, $2 …</summary>
public sealed class SqlConditions
{
    private readonly List<string> conditions = [];
    private readonly List<object> values = [];

    public string Sql => conditions.Count == 0 ? "true" : string.Join(" and ", conditions);

    public object[] Values => [.. values];

    /// <param name="condition">With <c>{0}</c>, <c>{1}</c> … for its values.</param>
    public void Add(string condition, params object[] with) => conditions.Add(Use(condition, with));

    /// <summary>SQL that stands elsewhere in the statement, numbered after what is there.</summary>
    public string Use(string sql, params object[] with)
    {
        var numbers = with.Select((_, i) => (object)string.Create(CultureInfo.InvariantCulture, $"${values.Count + i + 1}")).ToArray();
        values.AddRange(with);
        return string.Format(CultureInfo.InvariantCulture, sql, numbers);
    }
}

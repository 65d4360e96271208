using Npgsql;

namespace RolloutPortal.EventStore.Schema;

/// <summary>Columns of a row that may hold nothing.</summary>
public static class NullColumns
{
    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static T? Value<T>(this NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}

using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace RolloutPortal.EventStore.Schema;

/// <summary>The few shapes in which a statement is run: for its effect, for one value, for rows.</summary>
public static class Statements
{
    public static async Task<int> Execute(this NpgsqlConnection connection, string sql, CancellationToken ct = default, params object?[] values)
    {
        await using var command = Bind(connection.CreateCommand(), sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<int> Execute(this NpgsqlDataSource source, string sql, CancellationToken ct = default, params object?[] values)
    {
        await using var command = Bind(source.CreateCommand(), sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The first column of the first row; the type's default when there is none or it is null.</summary>
    public static Task<T?> Scalar<T>(this NpgsqlConnection connection, string sql, CancellationToken ct = default, params object?[] values) =>
        PreparedPlan.Again(async () =>
        {
            await using var command = Bind(connection.CreateCommand(), sql, values);
            return await command.ExecuteScalarAsync(ct) is T value ? value : default;
        });

    /// <inheritdoc cref="Scalar{T}(NpgsqlConnection, string, CancellationToken, object[])"/>
    public static async Task<T?> Scalar<T>(this NpgsqlDataSource source, string sql, CancellationToken ct = default, params object?[] values)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.Scalar<T>(sql, ct, values);
    }

    /// <remarks>The reading may be done a second time: it must not have effects of its own.</remarks>
    public static Task<List<T>> Rows<T>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object?[] values) =>
        PreparedPlan.Again(async () =>
        {
            await using var command = Bind(connection.CreateCommand(), sql, values);
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await reader.Rows(read, ct);
        });

    /// <inheritdoc cref="Rows{T}(NpgsqlConnection, string, Func{NpgsqlDataReader, T}, CancellationToken, object[])"/>
    public static async Task<List<T>> Rows<T>(
        this NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object?[] values)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.Rows(sql, read, ct, values);
    }

    /// <summary>As <see cref="Rows{T}(NpgsqlDataSource, string, Func{NpgsqlDataReader, T}, CancellationToken, object[])"/>, planned each time for the
    /// very values it is given.</summary>
    /// <remarks>For statements whose best way depends on them: a list of places may be one or all of a hundred. After a few runs the server keeps
    /// one plan for any values, which for a search took twenty times as long. The setting ends with the transaction, which is this batch.</remarks>
    public static Task<List<T>> PlannedRows<T>(
        this NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object?[] values) =>
        source.RowsWith("select set_config('plan_cache_mode', 'force_custom_plan', true)", sql, read, values, ct);

    /// <summary>As <see cref="PlannedRows"/>, for a page of many: walked to in an index that has the order, and not sorted where that can be helped.</summary>
    /// <remarks>To sort fifty thousand names as an alphabet has them takes ten times as long as to walk past half of them; the server takes it for cheaper.</remarks>
    public static Task<List<T>> WalkedRows<T>(
        this NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object?[] values) =>
        source.RowsWith("select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_sort', 'off', true)", sql, read, values, ct);

    /// <param name="settings">Hold for this statement.</param>
    private static async Task<List<T>> RowsWith<T>(
        this NpgsqlDataSource source, string settings, string sql, Func<NpgsqlDataReader, T> read, object?[] values, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await PreparedPlan.Again(async () =>
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command(settings), Command(sql, values) } };
            await using var reader = await batch.ExecuteReaderAsync(ct);
            await reader.NextResultAsync(ct);
            return await reader.Rows(read, ct);
        });
    }

    public static async Task<List<T>> Rows<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken ct = default)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Rows one by one, for what is too long to be held; a connection is kept until the last.</summary>
    public static async IAsyncEnumerable<T> Stream<T>(
        this NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, [EnumeratorCancellation] CancellationToken ct = default, params object?[] values)
    {
        await using var command = Bind(source.CreateCommand(), sql, values);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return read(reader);
    }

    /// <summary>Values become $1, $2 …; a ready parameter is taken as it is.</summary>
    public static NpgsqlCommand Bind(NpgsqlCommand command, string sql, params object?[] values)
    {
        command.CommandText = sql;
        foreach (var value in values)
            command.Parameters.Add(Parameter(value));
        return command;
    }

    /// <inheritdoc cref="Bind(NpgsqlCommand, string, object[])"/>
    public static NpgsqlBatchCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(Parameter(value));
        return command;
    }

    // At half a character the driver breaks off in the middle of a message, and whoever has the connection next reads what is left
    // of it. No text can hold a zero either.
    private static string Whole(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') || text.Contains('\0', StringComparison.Ordinal)
        ? string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? Rune.ReplacementChar : rune))
        : text;

    // A parameter belongs to one command for good; the same statement may be tried again in another.
    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        NpgsqlParameter ready => ready.Clone(),
        string text => new NpgsqlParameter { Value = Whole(text) },
        _ => new NpgsqlParameter { Value = value ?? DBNull.Value },
    };
}

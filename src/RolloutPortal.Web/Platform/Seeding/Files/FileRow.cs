using System.Globalization;

namespace RolloutPortal.Web.Platform.Seeding.Files;

/// <summary>One line of a scenario's file, by column; whatever cannot be read names file, line and column.</summary>
/// <param name="Line">As an editor counts them; 0 in files that are not lines.</param>
public sealed record FileRow(string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    private const string SourceColumn = "source";

    /// <summary>Empty when the line says nothing there.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public string Text(string column) => this[column] is { Length: > 0 } text ? text : throw Fault(column, "is missing");

    public int Whole(string column) =>
        int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Fault(column, "is no whole number");

    public bool Flag(string column) => this[column] switch
    {
        "yes" => true,
        "" or "no" => false,
        _ => throw Fault(column, "is neither yes nor no"),
    };

    public DateOnly Day(string column) =>
        DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw Fault(column, "is no day (2022-01-25)");

    /// <summary>A local moment of the programme, to the minute.</summary>
    public DateTimeOffset Moment(string column, string timeZone) =>
        DateTime.TryParseExact(this[column], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? LocalTime.At(local, timeZone) : throw Fault(column, "is no moment (2022-01-25 08:00)");

    public DateTimeOffset Instant(string column) =>
        DateTimeOffset.TryParse(this[column], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime() : throw Fault(column, "is no instant");

    public T Term<T>(string column) where T : struct, Enum =>
        Enum.TryParse<T>(this[column].Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var term) && Enum.IsDefined(term)
            ? term : throw Fault(column, $"is none of {string.Join(", ", Enum.GetNames<T>())}");

    /// <summary>The values of this line that say where they come from: the column, empty for the line as a whole, and the source.</summary>
    public IEnumerable<(string Column, string Source)> Sources() =>
        from cell in Cells
        where cell.Value.Length > 0 && (cell.Key == SourceColumn || cell.Key.EndsWith($"_{SourceColumn}", StringComparison.Ordinal))
        select (cell.Key == SourceColumn ? "" : cell.Key[..^(SourceColumn.Length + 1)], cell.Value);

    public ScenarioFileException Fault(string column, string what) => new($"{File}, line {Line}: {column} {what}.");
}

/// <summary>A scenario's files are not as they must be; the message says where.</summary>
public sealed class ScenarioFileException(string message) : Exception(message);

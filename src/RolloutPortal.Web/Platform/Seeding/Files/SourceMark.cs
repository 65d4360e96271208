using System.Globalization;
using RolloutPortal.Domain.Provenance;

namespace RolloutPortal.Web.Platform.Seeding.Files;

/// <summary>Where one value of a scenario comes from: <c>document</c> or <c>invented</c>, and the words that say which or why.</summary>
/// <param name="Field">As the read models call it (<c>OpeningHours</c>); empty for the thing as a whole.</param>
public sealed record SourceMark(string Field, Source Source, string Reference);

/// <summary>The words to each mark, from <c>sources.csv</c>.</summary>
public sealed class SourceMarks(IEnumerable<FileRow> rows)
{
    private readonly Dictionary<(string Kind, string Column, Source Source), string> references =
        rows.ToDictionary(row => (row.Text("kind"), row["field"], row.Term<Source>("source")), row => row.Text("reference"));

    /// <param name="kind">Of the thing that the line describes: <c>wave</c>, <c>location</c> …</param>
    /// <exception cref="ScenarioFileException">A mark without words.</exception>
    public IReadOnlyList<SourceMark> Of(string kind, FileRow row) =>
        [.. row.Sources().Select(cell => Mark(kind, cell.Column, cell.Source, row))];

    private SourceMark Mark(string kind, string column, string written, FileRow row)
    {
        if (!Enum.TryParse<Source>(written, ignoreCase: true, out var source)) throw row.Fault($"{column}_source", "is neither document nor invented");
        var reference = references.GetValueOrDefault((kind, column, source)) ?? throw row.Fault($"{column}_source", $"has no words for {written} in sources.csv");
        return new(Pascal(column), source, reference);
    }

    private static string Pascal(string column) =>
        string.Concat(column.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}

using System.Text;
using System.Text.Json;
using Microsoft.VisualBasic.FileIO;

namespace RolloutPortal.Web.Platform.Seeding.Files;

/// <summary>Reads the files of one scenario: tables with semicolons, and one JSON file of objects.</summary>
public sealed class ScenarioFolder(string path)
{
    /// <summary>Whether it has a folder of that name: not every scenario tells of everything.</summary>
    public bool Has(string folder) => Directory.Exists(Path.Combine(path, folder));

    /// <exception cref="ScenarioFileException">The file is missing or is no table.</exception>
    public IReadOnlyList<FileRow> Table(string name)
    {
        using var parser = new TextFieldParser(Find(name), Encoding.UTF8) { Delimiters = [";"] };
        try
        {
            var columns = parser.ReadFields() ?? throw new ScenarioFileException($"{name}: is empty.");
            var rows = new List<FileRow>();
            while (!parser.EndOfData)
            {
                var line = (int)parser.LineNumber;
                var fields = parser.ReadFields()!;
                if (fields.Length != columns.Length) throw new ScenarioFileException($"{name}, line {line}: {fields.Length} values for {columns.Length} columns.");
                rows.Add(new(name, line, columns.Zip(fields).ToDictionary(cell => cell.First, cell => cell.Second)));
            }

            return rows;
        }
        catch (MalformedLineException fault)
        {
            throw new ScenarioFileException($"{name}, line {fault.LineNumber}: quotes are not closed.");
        }
    }

    /// <returns>Each object and each list of objects, by name; plain values under the empty name.</returns>
    /// <exception cref="ScenarioFileException">The file is missing or is no JSON.</exception>
    public ILookup<string, FileRow> Objects(string name)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Find(name)));
            var root = document.RootElement;
            return root.EnumerateObject().Where(part => part.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                .SelectMany(part => Rows(name, part)).Append(("", Row(name, root))).ToLookup(row => row.Item1, row => row.Item2);
        }
        catch (JsonException fault)
        {
            throw new ScenarioFileException($"{name}, line {fault.LineNumber + 1}: is no JSON.");
        }
    }

    private static IEnumerable<(string, FileRow)> Rows(string file, JsonProperty part) => part.Value.ValueKind is JsonValueKind.Array
        ? part.Value.EnumerateArray().Select(item => (part.Name, Row(file, item))).ToArray()
        : [(part.Name, Row(file, part.Value))];

    private static FileRow Row(string file, JsonElement item) => new(
        file, 0, item.EnumerateObject().Where(cell => cell.Value.ValueKind is JsonValueKind.String).ToDictionary(cell => cell.Name, cell => cell.Value.GetString()!));

    private string Find(string name)
    {
        var file = Path.Combine(path, name.Replace('/', Path.DirectorySeparatorChar));
        return File.Exists(file) ? file : throw new ScenarioFileException($"{name}: is missing in {path}.");
    }
}

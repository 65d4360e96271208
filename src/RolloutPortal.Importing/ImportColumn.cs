using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Files;

namespace RolloutPortal.Importing;

/// <summary>A column of a file.</summary>
/// <param name="Field">Null: not imported.</param>
public sealed record ImportColumn(int Index, string Header, Field? Field)
{
    /// <summary>Every column with a header, each with the field that it names or that somebody chose for it.</summary>
    /// <param name="chosen">By column: a field's name, or empty for <em>not imported</em>; null: by the headers alone.</param>
    public static IReadOnlyList<ImportColumn> Of(SourceRow header, FieldTable table, IReadOnlyDictionary<int, string>? chosen)
    {
        var columns = new List<ImportColumn>();
        for (var i = 0; i < header.Cells.Length; i++)
        {
            if (header.Cells[i].Text is not { Length: > 0 } text) continue;
            var field = chosen?.TryGetValue(i, out var name) == true ? table.Named(name) : table.ByHeader(text);
            columns.Add(new ImportColumn(i, text.Length > 100 ? text[..100] : text, field));
        }

        return columns;
    }

    /// <summary>Required fields without a column, and fields with two.</summary>
    public static IEnumerable<Fault> Faults(IReadOnlyList<ImportColumn> columns, FieldTable table, int line)
    {
        foreach (var field in table.Fields)
        {
            var named = columns.Where(column => column.Field == field).ToList();
            if (named.Count == 0 && field.IsRequired) yield return new Fault(line, field.Name, ImportFaults.ColumnMissing);
            if (named.Count > 1)
                yield return new Fault(line, field.Name, ImportFaults.ColumnTwice, Values.SuitableText.Shown(named[0].Header), Values.SuitableText.Shown(named[1].Header));
        }
    }
}

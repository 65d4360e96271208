using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Files;
using RolloutPortal.Importing.Values;

namespace RolloutPortal.Importing;

/// <summary>A column of a file.</summary>
/// <param name="Header">Fit to be shown: a file without headers has its first row here, with everything that stands in it.</param>
/// <param name="Field">Null: not imported.</param>
/// <param name="HoldsPerson">The header is certainly a person number.</param>
public sealed record ImportColumn(int Index, string Header, Field? Field, bool HoldsPerson = false)
{
    private const int Longest = 100;

    /// <summary>Every column with a header, each with the field that it names or that somebody chose for it.</summary>
    /// <param name="chosen">By column: a field's name, or empty for <em>not imported</em>; null: by the headers alone.</param>
    public static IReadOnlyList<ImportColumn> Of(SourceRow header, FieldTable table, PersonNumberGuard guard, IReadOnlyDictionary<int, string>? chosen)
    {
        var columns = new List<ImportColumn>();
        for (var i = 0; i < header.Cells.Length; i++)
        {
            if (header.Cells[i].Text is not { Length: > 0 } text) continue;
            var field = chosen?.TryGetValue(i, out var name) == true ? table.Named(name) : table.ByHeader(text);
            var number = GuardedCell.Find(guard, header.Cells[i]);
            columns.Add(new ImportColumn(i, SuitableText.Shown(number?.Masked ?? text, Longest), field, number is { IsCertain: true }));
        }

        return columns;
    }

    /// <summary>How columns were mapped in an earlier file, for one with the same headers: a header that is one of the table's own means what it
    /// says, and its field is no other column's.</summary>
    /// <param name="columns">By their headers alone.</param>
    public static IReadOnlyDictionary<int, string> Remembered(IReadOnlyList<ImportColumn> columns, IReadOnlyDictionary<int, string> before)
    {
        var own = columns.Where(column => column.Field is not null).ToDictionary(column => column.Index, column => column.Field!.Name);
        return before.Where(one => !own.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => own.ContainsValue(one.Value) ? "" : one.Value);
    }

    /// <summary>Headers that are somebody's number.</summary>
    public static IEnumerable<Fault> Persons(IReadOnlyList<ImportColumn> columns, int line) => columns.Where(column => column.HoldsPerson)
        .Select(column => new Fault(line, column.Field?.Name ?? Fault.WholeRow, ImportFaults.Person, column.Header));

    /// <summary>Headers that are somebody's number, required fields without a column, and fields with two.</summary>
    public static IEnumerable<Fault> Faults(IReadOnlyList<ImportColumn> columns, FieldTable table, int line)
    {
        foreach (var fault in Persons(columns, line)) yield return fault;
        foreach (var field in table.Fields)
        {
            var named = columns.Where(column => column.Field == field).ToList();
            if (named.Count == 0 && field.IsRequired) yield return new Fault(line, field.Name, ImportFaults.ColumnMissing);
            if (named.Count > 1)
                yield return new Fault(line, field.Name, ImportFaults.ColumnTwice, SuitableText.Shown(named[0].Header), SuitableText.Shown(named[1].Header));
        }
    }
}

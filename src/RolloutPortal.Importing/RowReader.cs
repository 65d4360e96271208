using System.Globalization;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Files;
using RolloutPortal.Importing.Values;

namespace RolloutPortal.Importing;

/// <summary>Reads the fields of a row, each by itself. Columns that are not imported are not looked at here: see <see cref="SpareCells"/>.</summary>
internal sealed class RowReader
{
    /// <summary>Whoever looks a file through sees names whole; a cell with a thousand characters is none.</summary>
    private const int Longest = 120;

    private readonly FieldTable table;
    private readonly PersonNumberGuard guard;
    private readonly Discretion discretion;
    private readonly bool is1904;

    /// <summary>Of each field the first column that is its; -1: none.</summary>
    private readonly int[] places;

    public RowReader(FieldTable table, IReadOnlyList<ImportColumn> columns, PersonNumberGuard guard, bool is1904)
    {
        (this.table, this.guard, this.is1904, discretion) = (table, guard, is1904, new Discretion(guard));
        places = [.. table.Fields.Select(field => columns.FirstOrDefault(column => column.Field == field)?.Index ?? -1)];
    }

    public ImportRow Read(SourceRow source)
    {
        var row = new ImportRow(source.Line, table, new string?[places.Length], new object?[places.Length]) { Discretion = discretion };
        if (source.Fault is { } unreadable) row.Add(unreadable);
        else
            for (var i = 0; i < places.Length; i++)
                if (places[i] >= 0) Read(row, i, source[places[i]]);
        return row;
    }

    private void Read(ImportRow row, int index, Cell cell)
    {
        var field = table.Fields[index];
        var (seen, number) = (GuardedCell.Seen(cell), GuardedCell.Find(guard, cell));
        if (field.Kind is FieldKind.Key) cell = cell with { Text = seen };
        row.Shown[index] = seen.Length == 0 ? null : SuitableText.Shown(number?.Masked ?? cell.Text!, Longest);
        if (number is { IsCertain: true })
        {
            // Nothing else is said of it: whatever quotes it would tell it.
            row.Fault(field.Name, ImportFaults.Person, number.Masked, number.Rule);
            return;
        }

        if (number is not null) row.Doubt(field.Name, SuitableText.Shown(number.Masked), number.Rule);
        var value = CellValue.Read(field, cell, is1904);
        row.Values[index] = value.Of;
        // A spreadsheet counts days: nobody knows theirs by that number.
        if (value.Of is DateOnly day && number is null && seen.All(char.IsAsciiDigit)) row.Shown[index] = day.ToString("O", CultureInfo.InvariantCulture);
        if (value.Fault is not null) row.Add(new Fault(row.Line, field.Name, value.Fault, Said(value, row.Shown[index])));
    }

    private static string[] Said(CellValue value, string? shown) => [shown ?? "", .. value.Said ?? []];
}

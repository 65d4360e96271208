using RolloutPortal.Importing.Files;

namespace RolloutPortal.Importing;

/// <summary>Guards what is not imported of a file that waits in the portal: it lies there with all that stands in it. Doubtful ones are nobody's
/// question, for they are not stored (importing.md, "Unsuitable text").</summary>
internal sealed class SpareCells(SourceRow header, IReadOnlyList<ImportColumn> columns, PersonNumberGuard guard)
{
    /// <summary>Those that <see cref="RowReader"/> guards: of each field the first column.</summary>
    private readonly HashSet<int> read = [.. columns.Where(column => column.Field is not null).DistinctBy(column => column.Field).Select(column => column.Index)];

    private readonly SortedDictionary<int, (int Count, int Line, string Rule)> found = [];

    /// <summary>One for each column that holds any.</summary>
    public IEnumerable<Fault> Faults => found.Select(one => Fault.OfFile(
        ImportFaults.PersonColumn, NameOf(one.Key), one.Value.Rule, $"{one.Value.Count}", $"{one.Value.Line}"));

    public void Look(SourceRow row)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            // A record that cannot be read has not been guarded by anybody.
            if (row.Fault is null && read.Contains(i)) continue;
            if (row.Cells[i].IsEmpty || GuardedCell.Certain(guard, row.Cells[i], header[i].Text) is not { } number) continue;
            var before = found.GetValueOrDefault(i, (Count: 0, row.Line, number.Rule));
            found[i] = before with { Count = before.Count + 1 };
        }
    }

    /// <summary>Beyond the header a column has its number alone.</summary>
    private string NameOf(int column) => header[column].Text is { Length: > 0 } text ? new Discretion(guard).Of(text) : $"#{column + 1}";
}
